import type en from '../en/common.ts';
import type { Same } from '../same.ts';

const common: Same<typeof en> = {
  appName: 'Intercambio de datos de vacunación',
  skip: 'Saltar al contenido principal',
  menu: 'Menú',
  close: 'Cerrar',
  navigation: 'Navegación principal',
  language: { label: 'Idioma', other: 'English', otherLabel: 'Read the portal in English' },
  demo: 'Modo de demostración: solo datos ficticios, contraseñas públicas. El correo queda en el <mailbox>buzón</mailbox>.',
  demoLabel: 'Modo de demostración',
  nav: {
    home: 'Inicio',
    register: 'Registrarse',
    workbench: 'Revisar mensajes',
    sites: 'Mis sitios',
    staff: 'Lista de trabajo',
    outbox: 'Correo saliente',
    mailbox: 'Buzón',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
  },
  footer: {
    contract: 'Contrato SOAP (WSDL)',
    testContract: 'Contrato SOAP para pruebas',
    api: 'Descripción de la API (OpenAPI)',
    state: 'Estado del servicio',
    software: 'Hecho con Cairn, software de código abierto',
  },
  loading: 'Cargando …',
  unreachable:
    'No se pudo contactar al servidor. Lo que escribió sigue aquí: inténtelo de nuevo en un momento.',
  failed: { title: 'No se pudo cargar', again: 'Intentar de nuevo' },
  notFound: {
    title: 'Esta página no existe',
    text: 'Revise la dirección o comience de nuevo desde la página de inicio.',
    home: 'Ir a la página de inicio',
  },
  form: {
    optional: 'opcional',
    required: 'Deben llenarse los campos que no dicen “opcional”.',
    save: 'Guardar',
    saved: 'Guardado.',
    cancel: 'Cancelar',
    back: 'Atrás',
    next: 'Continuar',
    problems_one: 'Hay algo por corregir',
    problems_other: 'Hay {{count}} cosas por corregir',
    show: 'Mostrar',
    hide: 'Ocultar',
    copy: 'Copiar',
    copyOf: 'Copiar: {{what}}',
    copied: 'Copiado',
  },
  stage: {
    testing: 'En pruebas',
    'real-data': 'Pruebas con datos reales',
    production: 'Producción',
    suspended: 'Suspendido',
    invited: 'Invitado',
  },
  siteType: {
    '1': 'Envía directamente',
    '2': 'Envía por medio de un Sending Facility',
    '3': 'Es un Sending Facility',
  },
  home: {
    title: 'Envíe vacunas al registro por vía electrónica',
    lead: 'Registre su sitio una vez, pruebe sus mensajes hasta que estén bien y empiece a enviar. Cada paso muestra qué falta y a quién le toca.',
    registerTitle: 'Registrar un sitio',
    registerText:
      'Unos 15 minutos. Sus respuestas se guardan a medida que avanza: puede parar y seguir después, en cualquier dispositivo.',
    register: 'Comenzar el registro',
    checkTitle: 'Revisar un mensaje',
    checkText:
      'Pegue un mensaje HL7 y vea qué está mal, dónde y qué hacer. No necesita cuenta; no se guarda nada.',
    check: 'Abrir el banco de pruebas',
    signInTitle: 'Su sitio',
    signInText: 'Vea cuánto ha avanzado su incorporación, sus mensajes de prueba y sus credenciales.',
    signIn: 'Iniciar sesión',
    openSite: 'Abrir {{name}}',
    needTitle: 'Tenga a la mano',
    need: {
      address: 'La dirección de su sitio y quiénes son sus contactos',
      clinician:
        'Si es un sitio clínico: el nombre, el número de licencia médica de California y la especialidad de su médico principal, y el NPI del sitio',
      ehr: 'Su sistema EHR: producto, versión, qué versión de HL7 envía y su contacto de soporte',
      type: 'Si su EHR envía directamente o por medio de un intermediario (HIE, almacén de datos del proveedor o del plan de salud)',
      mu: 'Su etapa de “meaningful use” y su período de informe de 90 días, si informa uno',
    },
    stepsTitle: 'Cómo funciona',
    steps: {
      register: {
        title: 'Regístrese',
        text: 'Cuéntenos de su sitio y acepte el acuerdo. Verificamos su correo y le enviamos su identificador (Site ID).',
      },
      test: {
        title: 'Pruebe',
        text: 'Envíe mensajes de prueba. Cada uno recibe un informe que dice qué corregir; sirven de constancia para “meaningful use”.',
      },
      real: {
        title: 'Pruebe con datos reales',
        text: 'Su EHR envía mensajes de pacientes reales a la dirección de pruebas. Se comparan y no se registran.',
      },
      live: {
        title: 'Empiece a enviar',
        text: 'Dos personas del registro lo aprueban. Las mismas credenciales sirven entonces en producción.',
      },
    },
  },
};
export default common;
