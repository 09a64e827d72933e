import type { ProblemCode } from '@cairn/server/problems';

/** Every problem that the server can name; one that is missing does not compile. */
const problems: Readonly<Record<ProblemCode, string>> = {
  'request-invalid': 'No se hizo nada. Corrija lo que se indica y envíelo de nuevo.',
  'request-unreadable': 'No se pudo leer la solicitud completa. Inténtelo de nuevo.',
  'too-large': 'La solicitud es demasiado grande. Envíe menos a la vez.',
  'too-many-requests':
    'Demasiadas solicitudes desde esta dirección. Espere unos minutos e inténtelo de nuevo.',
  failed: 'Cairn falló con esta solicitud y no se cambió nada. Inténtelo de nuevo y, si persiste, avise.',
  'sign-in-needed': 'Primero inicie sesión.',
  'not-allowed': 'Su cuenta no puede hacer esto. Pregunte al contacto del sitio o al registro.',
  'not-found': 'No hay tal cosa aquí, o no le corresponde verla.',
  'foreign-origin': 'La solicitud vino de otro sitio web. Abra el portal mismo e inténtelo de nuevo.',
  'changed-meanwhile': 'Alguien cambió esto entretanto. Cargue la página de nuevo y revise antes de repetir.',
  required: 'Llene este campo.',
  invalid: 'Esto no se puede usar. Revíselo y escríbalo de nuevo.',
  'too-long': 'Es demasiado largo.',
  'unknown-field': 'Hay un campo que aquí no se conoce. Quítelo.',
  'email-invalid': 'Escriba un correo electrónico como nombre@clinica.example.',
  'phone-invalid': 'Escriba un teléfono de EE. UU. con código de área, como 555-555-0100.',
  'zip-invalid': 'Escriba los 5 dígitos del código postal.',
  'zip-elsewhere': 'Este código postal está en otro condado. Revise el condado y el código postal.',
  'county-unknown': 'Elija un condado de la lista.',
  'county-not-served': 'Los sitios de este condado se registran en otro registro, que se indica al lado.',
  'npi-invalid': 'No es un NPI: 10 dígitos, el último de control. Revise si hay dígitos intercambiados.',
  'license-invalid':
    'Escriba el número de licencia como está impreso: una o dos letras y los dígitos, como A12345.',
  'date-invalid': 'Escriba una fecha que exista.',
  'period-not-90-days': 'Un período de informe son 90 días seguidos. Corrija el primer o el último día.',
  'sending-facility-unknown': 'No hay un Sending Facility con este identificador. Elija uno de la lista.',
  'registration-submitted': 'El registro ya se envió y aquí no se puede cambiar más.',
  'agreement-changed': 'El acuerdo tiene un texto nuevo. Léalo y acéptelo otra vez.',
  'similar-sites': 'Hay sitios registrados parecidos a este. Mírelos, o diga que el suyo es otro sitio.',
  'link-used': 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.',
  'credentials-shown-already':
    'Las credenciales ya se mostraron, y eso ocurre una sola vez. Si se perdieron, inicie sesión y pida una contraseña nueva.',
  'sign-in-wrong':
    'El correo electrónico y la contraseña no corresponden. Revise los dos, o elija una contraseña nueva.',
  'sign-in-slow':
    'Demasiadas contraseñas equivocadas para este correo electrónico. Espere un minuto e inténtelo de nuevo.',
  'password-short': 'Use al menos 12 caracteres; unas pocas palabras son fáciles de recordar.',
  'password-guessable':
    'Esta contraseña es fácil de adivinar. Use unas pocas palabras sin relación entre sí.',
  'not-ready': 'Todavía no se puede hacer. Abajo está lo que falta.',
  'second-person': 'Usted mismo lo propuso. Debe aprobarlo otra persona del registro.',
  'not-at-this-step': 'El sitio no está en este paso ahora. Cargue la página de nuevo.',
  'email-unverified': 'El correo electrónico del Site Contact aún no está verificado.',
  'agreement-version': 'Falta aceptar el acuerdo vigente. Lo acepta una persona del sitio.',
  'sending-facility-missing': 'No se nombró ningún Sending Facility. El sitio nombra aquel por el que envía.',
  'sending-facility-unconfirmed': 'El Sending Facility no ha confirmado que envía por este sitio.',
  'credentials-not-shown':
    'El sitio aún no ha visto sus credenciales. El enlace está en su correo de confirmación.',
  'case-missing': 'Aún no se aceptó ningún mensaje de prueba que muestre este caso.',
  'real-messages': 'Hasta ahora llegaron muy pocos mensajes aceptados de pacientes reales.',
  'new-message': 'Se devolvió al sitio, y desde entonces no se aceptó ningún mensaje de prueba nuevo.',
  'survey-missing':
    'Falta responder la encuesta de interés y preparación para BiDX (Interest/Readiness Survey).',
  'no-credentials':
    'Este sitio no tiene credenciales propias. Un sitio de tipo 2 envía por medio de su Sending Facility.',
  'own-access': 'Nadie quita su propio acceso. Pídalo a un colega.',
  'last-contact': 'Es el único Site Contact. Nombre primero a otro Site Contact.',
  'fingerprint-invalid': 'Escriba la huella SHA-256 del certificado: 64 dígitos hexadecimales.',
  'added-by-operator': 'Este sitio no se registró en el portal. Pida al registro que cambie sus contactos.',
  'not-a-sending-facility':
    'Solo un Sending Facility tiene sitios cliente. Un sitio nombra el Sending Facility por el que envía.',
  'is-a-sending-facility': 'Un Sending Facility envía por otros y no nombra un Sending Facility propio.',
  'sending-facility-suspended':
    'Este Sending Facility está suspendido y no puede agregar sitios. Pregunte al registro.',
  'site-unknown':
    'No hay un sitio con este identificador. Revíselo, o déjelo vacío y llene lo demás para invitar al sitio.',
  'sheet-unreadable': 'No es un CSV que se pueda leer. Guarde la hoja como CSV (UTF-8) y suba ese archivo.',
  'sheet-headings':
    'La primera fila debe tener estos encabezados, en cualquier orden: site id, site name, county, street, city, zip, npi, contact name, contact e-mail.',
  'sheet-empty': 'No hay ningún sitio cliente debajo de los encabezados.',
  'sheet-too-long': 'Una hoja tiene como máximo 2,000 sitios cliente. Divídala y suba las partes.',
  'row-too-long':
    'Esta fila tiene más celdas que encabezados. Ponga entre comillas el texto que contiene una coma.',
  'day-to-come': 'Este día aún no ha llegado. Elija hoy o un día anterior.',
  'period-backwards': 'El último día es anterior al primero. Intercámbielos.',
  'period-too-long': 'Una constancia abarca como máximo 366 días. Elija un primer día posterior, o haga dos.',
  'no-successful-tests':
    'No se aceptó ningún mensaje de prueba en este período. Elija otro período, o envíe primero mensajes de prueba.',
  'no-message':
    'Esto no es un mensaje HL7. Cada mensaje comienza con su segmento MSH; como máximo 50 mensajes.',
  'message-of-another-site':
    'MSH-22 debe tener el identificador de este sitio: solo puede enviar mensajes de él.',
  'sending-facility-not-confirmed':
    'Ningún Sending Facility ha confirmado todavía que envía por este sitio. Pida al que nombró que lo confirme.',
  'too-many-invitations':
    'Es más de lo que un Sending Facility puede invitar en un día. Suba mañana la misma hoja: lo hecho, hecho está.',
};
export default problems;
