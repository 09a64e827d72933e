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
  'second-factor-needed': 'Escriba primero el código de su aplicación de autenticación, o configure una.',
  'organization-needed':
    'Elija primero la organización por la que actúa. Si no hay ninguna, pregunte a su administrador local.',
  'training-needed':
    'Complete primero la capacitación de su rol. Su página de capacitación muestra lo que falta.',
  'region-not-live':
    'La región de su organización todavía no está en funcionamiento. El calendario dice cuándo lo estará.',
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
  'password-wrong': 'Esta no es su contraseña. Revísela y escríbala de nuevo.',
  'code-wrong':
    'Este código no es válido o ya se usó. Revise la hora del dispositivo, espere el siguiente código y escríbalo.',
  'code-slow': 'Demasiados códigos equivocados. Espere un cuarto de hora e inténtelo de nuevo.',
  'authenticator-not-begun': 'Aquí no hay ninguna aplicación de autenticación. Empiece por configurar una.',
  'authenticator-for-staff':
    'Quien trabaja para el registro entra siempre con una aplicación de autenticación. Configure otra en su lugar.',
  'own-second-factor': 'Nadie restablece su propio segundo paso. Pídaselo a otra persona que administre.',
  'account-unknown': 'No hay ninguna cuenta con este correo electrónico. Revíselo.',
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
  // Messages of the exchange.
  'messages-range': 'Se buscan como máximo 92 días a la vez. Elija un primer día posterior.',
  'messages-range-all':
    'En todos los sitios juntos se buscan como máximo 7 días. Elija menos días, o un sitio.',
  'token-wrong':
    'No es un código de acceso del personal del registro, o ya venció. Se obtiene uno con «cairn user add».',
  'id-invalid': 'No es un identificador; escríbalo tal como lo dio el registro.',
  'why-needed': 'Diga por qué, con tres letras o más.',
  'moment-invalid': 'No es una fecha con hora; escríbala así: 2025-03-20T10:00:00-07:00.',
  'decision-unknown': 'Elija una de las decisiones.',
  'other-decision': 'Esto corresponde a otra decisión. Déjelo fuera.',
  'decisions-count': 'Envíe al menos una decisión y como máximo 200.',
  'yes-or-no': 'Elija sí o no.',
  'same-dose': 'Es dos veces la misma dosis; indique dos distintas.',
  'unknown-person': 'No existe esa persona.',
  'same-person': 'Los dos expedientes ya son de una sola persona.',
  'not-active': 'Uno de los dos expedientes se unió a otro mientras tanto. Vuelva a cargar la página.',
  sealed: 'Uno de los dos expedientes está sellado. Quite antes el sello, si es que se puede unir.',
  'held-apart': 'Se decidió que son dos personas. Si esa decisión fue un error, anúlela primero.',
  'unknown-merge': 'No existe esa unión de expedientes.',
  'already-undone': 'Esta unión ya se deshizo.',
  'undo-later-first': 'Hay una unión posterior que se basa en esta. Deshaga primero la posterior.',
  'not-merged-so':
    'Los dos expedientes ya no están unidos, o separados, de esta forma. Vuelva a cargar la página.',
  'task-closed': 'Otra persona ya decidió este caso. Vuelva a cargar la página.',
  'other-question': 'Este caso plantea otra pregunta. Vuelva a cargar la página.',
  'own-emergency': 'Nadie revisa un acceso suyo. Lo hace otra persona de la administración.',
  'reviewed-already': 'Ya se revisó. Vuelva a cargar la página.',
  'audit-period-too-long': 'Elija como máximo 92 días.',
  // Búsqueda de pacientes.
  'search-more':
    'Escriba un nombre y la fecha de nacimiento, apellido y nombre, un número de teléfono o un identificador.',
  'search-limit':
    'Esta cuenta ha hecho demasiadas búsquedas en la última hora. Espere una hora o pregunte al registro.',
  'reason-short': 'Explique en pocas palabras por qué es una emergencia: al menos 15 caracteres.',
  'emergency-limit':
    'Hoy ya se abrieron demasiados expedientes por emergencia desde esta cuenta. Llame al registro.',
  // Accounts of a site, and training.
  'own-rights': 'Nadie solicita ni cambia sus propios permisos. Pídaselo a otra persona.',
  'has-access': 'Esta persona ya tiene acceso a la organización. Cambie su rol en la lista.',
  'role-needed': 'Elija un rol, o indique que la persona será administrador local.',
  'nothing-changes': 'La persona ya tiene estos permisos. Elija otros.',
  'person-gone': 'El acceso de esta persona terminó mientras tanto. Vuelva a cargar la página.',
  'request-pending':
    'Ya hay una solicitud en espera para esta persona. Retírela primero, o espere la decisión del registro.',
  'training-not-open': 'La capacitación todavía no se abre para su región.',
  'course-not-yours': 'Ninguno de sus roles necesita este curso.',
  'course-unknown': 'No existe ese curso. Use el nombre o el identificador de uno de la lista.',
  'not-enrolled': 'Inscríbase primero en el curso.',
  'quiz-incomplete': 'Responda primero todas las preguntas.',
  'too-many-attempts': 'Ya usó todos los intentos de hoy. Lea de nuevo las lecciones e inténtelo mañana.',
  'list-headings':
    'La primera fila debe tener estos encabezados, en cualquier orden: e-mail, course, completed on.',
  'list-empty': 'No hay nadie debajo de los encabezados.',
  'list-too-long': 'Una lista tiene como máximo 2,000 filas. Divídala y suba las partes.',
  // Entries to a patient's record.
  'confirmation-needed':
    'Revise una vez más lo que se indica. Si es correcto, confírmelo y envíelo de nuevo.',
  'entry-refused': 'El registro no aceptó estos datos. No se guardó nada. Revise lo que escribió.',
  'organization-suspended':
    'Su organización está suspendida. No se puede ver ni registrar nada por ella. Consulte con el registro.',
  'another-patient':
    'Con este nombre y esta fecha de nacimiento sería otro paciente. Agregue a ese paciente, o corrija menos datos a la vez.',
  'dose-of-another':
    'Otra organización informó esta dosis. Solo esa organización puede cambiarla o borrarla.',
  'dose-in-future': 'Ese día todavía no llega. Escriba el día en que ocurrió.',
  'dose-before-birth': 'Ese día el paciente aún no había nacido. Revise la fecha.',
  'dose-known-already':
    'Ya hay una vacuna contra la misma enfermedad registrada ese día. No la registre dos veces.',
  'dose-after-death': 'Según el registro, el paciente falleció antes de ese día.',
  'dose-on-birth-day': 'Esta vacuna no se suele aplicar el día del nacimiento. Revise la fecha.',
  'dose-very-long-ago': 'Esa fecha es muy antigua. Revise el año.',
  'vaccine-unknown': 'Elija una vacuna de la lista.',
  'vaccine-too-young': 'El paciente era muy pequeño para esta vacuna en esa fecha.',
  'vaccine-too-old': 'El paciente era mayor que quienes reciben esta vacuna.',
  'vaccine-not-in-use': 'Esta vacuna no se usaba en esa fecha. Revise la vacuna y la fecha.',
  'product-unknown': 'Este producto no se conoce. Elija uno de la lista o déjelo vacío.',
  'product-of-other-vaccine': 'Este producto es otra vacuna. Revise los dos.',
  'lot-invalid': 'Este no es un número de lote. Escríbalo como aparece en el envase.',
  'lot-unusual': 'Los números de lote casi nunca se ven así. Compárelo con el envase.',
  'lot-expired':
    'Este lote ya había caducado el día de la dosis. No lo aplique. Si ya se aplicó, confírmelo.',
  'expiry-implausible': 'Esta fecha de caducidad no puede ser correcta. Compárela con el envase.',
  'amount-implausible': 'Escriba la cantidad en mililitros, por ejemplo 0.5.',
  'amount-unusual': 'Esta cantidad no es usual para esta vacuna. Revísela.',
  'maker-unusual': 'No se sabe que este fabricante produzca esta vacuna.',
  'route-unusual': 'Esta vacuna no se aplica por esta vía.',
  'site-unusual': 'Este sitio del cuerpo no corresponde a la vía.',
  'eligibility-over-age': 'VFC es para pacientes menores de 19 años. Revise la elegibilidad.',
  'stock-not-for-patient':
    'Las vacunas VFC son para pacientes elegibles. Revise la elegibilidad y la procedencia.',
  'name-has-digits': 'Los nombres se escriben con letras. Quite los números.',
  'birth-date-implausible': 'Esta fecha de nacimiento no puede ser correcta. Revísela.',
  // Existencias de vacunas.
  'lot-known-already':
    'Este lote ya está en sus existencias, con esta vacuna y este financiamiento. Ábralo en la lista y anote ahí la entrada.',
  'asked-otherwise': 'Esto ya se anotó, con otros valores. Vea los movimientos del lote y corríjalos ahí.',
  'below-zero':
    'Hay menos dosis de las que indica, así que no se anotó nada. Revise el número o haga primero un conteo.',
  'counted-meanwhile':
    'Las existencias cambiaron mientras usted contaba, así que no se guardó nada. Vuelva a contar los lotes que se indican.',
  'stock-moved': 'Entretanto entraron o se aplicaron dosis. Compare con lo que se espera ahora.',
  'count-empty': 'Escriba lo que contó de al menos un lote.',
  'count-reason-needed': 'Elija por qué no coincide.',
  'count-invalid': 'Escriba cuántas dosis contó; 0 si no hay ninguna.',
  'note-needed': 'Diga en pocas palabras qué pasó.',
  'doses-invalid': 'Escriba un número entero de dosis, 1 o más.',
  'doses-zero': 'Escriba en cuántas dosis, por ejemplo 2 o -2.',
  'lot-unknown': 'Elija uno de sus lotes.',
  'funding-unknown': 'Elija un financiamiento de la lista.',
  'ndc-invalid':
    'Esto no es un NDC. Escríbalo como está en el paquete, por ejemplo 00006-4681-00, o déjelo vacío.',
  'transfer-to-unknown':
    'Ninguna organización con este identificador recibe vacunas. Revíselo, por ejemplo DE-000101.',
  'transfer-to-itself':
    'Esta es su propia organización. Escriba el identificador de la que recibe las dosis.',
  'transfer-ended': 'Estas dosis ya se recibieron o se retiraron. Vuelva a cargar la página.',
  'dose-settled': 'Alguien ya resolvió esta dosis, o lo hizo un mensaje nuevo. Vuelva a cargar la página.',
  'deduction-is-on': 'Las dosis ya se descuentan con sus mensajes.',
  'deduction-not-asked':
    'El sitio no lo ha solicitado. Un usuario Power del sitio lo solicita en su página de inventario.',
  'deduction-day': 'Elija un día entre hace un mes y dentro de un año.',
  // Archivos planos.
  'flat-files-no-longer-taken':
    'Ya no se aceptan archivos planos. No se guardó nada. Envíe mensajes HL7 2.5.1 por SOAP.',
  'production-needed':
    'Su organización todavía no pasa a producción. Termine primero los pasos de incorporación.',
  'file-needed': 'Elija un archivo.',
  'file-without-content': 'Este archivo está vacío. Elija otro.',
  'file-empty': 'No hay ninguna fila debajo de los encabezados.',
  'file-too-many-rows': 'Un archivo contiene a lo más 5,000 filas. Divídalo y envíe las partes.',
  'file-not-text': 'Esto no es texto: guarde la hoja como CSV (UTF-8) y envíe ese archivo.',
  'file-not-utf8': 'El archivo no está en UTF-8. Guárdelo como CSV (UTF-8) y envíelo de nuevo.',
  'file-quotes':
    'Las comillas no cierran o están a media celda. Ponga toda la celda entre comillas y duplique las de adentro.',
  'file-headings':
    'La primera fila debe contener los nombres de las columnas, separados por comas. En la página de archivos planos hay un archivo vacío con todas.',
  'file-column-missing': 'Falta esta columna.',
  'file-column-unknown': 'No se conoce el encabezado de esta columna.',
  'file-column-twice': 'Esta columna aparece dos veces.',
  'file-type': 'Envíe el archivo como text/csv.',
  // Acuses que se entregan.
  'url-invalid': 'Esta no es la dirección de un servicio web. Escríbala como https://ehr.example.org/acuses.',
  'url-not-https': 'La dirección debe empezar con https://.',
  'no-endpoint': 'No hay ninguna dirección registrada. Registre una primero.',
  // Programas que preguntan con las credenciales del intercambio.
  'credentials-wrong':
    'El usuario o la contraseña no son válidos. Envíe las credenciales del intercambio como HTTP Basic; después de un cambio, la contraseña anterior deja de valer.',
  'credentials-throttled':
    'Demasiadas contraseñas equivocadas para este usuario. Espere un minuto y corríjala.',
  'credentials-expired': 'La contraseña de este usuario caducó. Cámbiela en el portal.',
  'credentials-revoked':
    'Las credenciales de este usuario fueron revocadas. Pida otras a los contactos de su organización o al registro.',
  'credentials-replaced':
    'Esta contraseña fue reemplazada. Escriba la que el portal mostró cuando la cambió.',
  'certificate-missing':
    'Este usuario exige un certificado de cliente y no llegó ninguno. Envíe el que tiene su huella registrada en el portal.',
  'certificate-other':
    'Este usuario exige un certificado de cliente y llegó otro. Envíe el registrado, o registre este en el portal.',
  // Connections to other registries.
  'endpoint-url-invalid':
    'Escriba la dirección del servicio web, por ejemplo https://registry.example/IISService.',
  'endpoint-url-has-password':
    'La dirección no debe llevar usuario ni contraseña. Escríbalos en sus propios campos.',
  'endpoint-url-not-https': 'La dirección debe empezar con https://: ahí se envían datos de pacientes.',
  'password-for-new-url':
    'La dirección lleva a otro servidor. Escriba de nuevo la contraseña: la guardada no se envía ahí.',
  'header-part-invalid': 'Aquí no pueden ir los caracteres | ~ \\ &.',
  'lanes-invalid': 'Escriba un número del 1 al 32.',
  'timeout-invalid': 'Escriba segundos, del 1 al 120.',
  'local-time-invalid': 'Escriba un día y una hora, por ejemplo 22:30.',
  'window-ends-too-early': 'El mantenimiento debe terminar después de empezar, y en el futuro.',
  'window-too-long': 'El mantenimiento dura como máximo 31 días. Si tarda más, desactive la conexión.',
  'endpoint-not-set-up': 'Esta conexión todavía no está configurada. Primero guarde sus datos.',
  'backfill-period-invalid': 'El período no puede terminar antes de empezar ni en el futuro.',
  'backfill-running': 'Todavía se está enviando un período anterior. Espere a que termine o deténgalo.',
  // Historial cargado en bloque.
  'history-not-production':
    'Solo las organizaciones en producción cargan su historial. Termine primero las pruebas o pregunte al registro.',
  'history-too-many': 'Hay veinte archivos de esta organización sin cargar. Espere o cancele uno.',
  'history-too-large': 'Un archivo puede tener hasta 4 GB. Divídalo o comprímalo con gzip.',
  'history-piece-wrong':
    'Esta no es una parte del archivo anunciado. Envíela como application/octet-stream, en partes del tamaño acordado.',
  'history-piece-differs':
    'Esta parte ya se había subido con otro contenido. Si el archivo cambió, cancele la carga y empiece otra.',
  'history-not-hl7':
    'No contiene ningún mensaje HL7. Elija un archivo de mensajes VXU, cada uno con MSH al comienzo.',
  'history-incomplete': 'Faltan partes del archivo. Súbalas y vuelva a terminar.',
  'history-fingerprint':
    'Lo que se subió no es el archivo anunciado. Cancele la carga y vuelva a subir el archivo.',
  'history-not-now': 'Esta carga ya terminó o no está en un paso que lo permita. Revise su estado.',
};
export default problems;
