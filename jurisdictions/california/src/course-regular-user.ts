/** For everybody who adds to patients' records. */
export const regularUser = {
  id: 'regular-user',
  roles: ['regular', 'power'],
  title: { en: 'Working with patient records', es: 'Trabajar con expedientes de pacientes' },
  summary: {
    en: 'Find the right patient, read and add immunizations, and keep to the rules that protect patients.',
    es: 'Encontrar al paciente correcto, leer y agregar vacunas, y cumplir las reglas que protegen a los pacientes.',
  },
  minutes: 30,
  validMonths: 24,
  lessons: [
    {
      heading: { en: 'Find the right patient', es: 'Encontrar al paciente correcto' },
      paragraphs: {
        en: [
          'Search with last name, first name and date of birth. If you know the chart number of your own site, use that: it leads to one patient. The less you enter, the more strangers’ records you open, and each of them is written down.',
          'Names are written in many ways. If you find nobody, try a second last name, a maiden name or a nickname, and ask for the date of birth again before you add a new patient. A second record for the same person splits the history, and the next nurse may give a dose twice.',
          'Before you change anything, compare at least two more facts with the person in front of you: address, phone, mother’s or guardian’s name. Twins often differ in the first name alone.',
          'If you find two records of the same person, do not correct one to look like the other. Leave both as they are: the registry compares such records and staff decide whether they are one person.',
        ],
        es: [
          'Busque con apellido, nombre y fecha de nacimiento. Si conoce el número de expediente de su propio sitio, úselo: lleva a un solo paciente. Entre menos datos escriba, más expedientes de otras personas abre, y cada uno queda anotado.',
          'Los nombres se escriben de muchas maneras. Si no encuentra a nadie, pruebe con el segundo apellido, el apellido de soltera o un apodo, y pregunte de nuevo la fecha de nacimiento antes de agregar un paciente nuevo. Un segundo expediente de la misma persona parte su historial, y la siguiente enfermera puede repetir una dosis.',
          'Antes de cambiar algo, compare al menos otros dos datos con la persona que tiene enfrente: domicilio, teléfono, nombre de la madre o del tutor. Los gemelos muchas veces solo se distinguen por el nombre.',
          'Si encuentra dos expedientes de la misma persona, no corrija uno para que se parezca al otro. Déjelos como están: el registro compara esos expedientes y su personal decide si son una sola persona.',
        ],
      },
    },
    {
      heading: { en: 'Protected records and refusals', es: 'Expedientes protegidos y rechazos' },
      paragraphs: {
        en: [
          'Patients, or their parents or guardians, are told that their immunizations are shared through the registry. They may decline. Their record is then protected: only the organization that entered it sees it.',
          'Ask before the first dose is shared, and record the answer the day you get it. Whoever changes their mind may do so at any time; record that as well.',
          'A protected record does not mean that nothing is entered. You still record every dose you give. It is others who do not see it.',
          'Refusing a vaccine is something else. When somebody declines a dose, record a refusal with its date and reason, and no dose. It tells colleagues that the vaccine was offered. A refusal counts for that day: offer the vaccine again at the next visit.',
        ],
        es: [
          'A los pacientes, o a sus padres o tutores, se les informa que sus vacunas se comparten por medio del registro. Pueden decir que no. Entonces su expediente queda protegido: solo lo ve la organización que lo capturó.',
          'Pregunte antes de compartir la primera dosis y anote la respuesta el mismo día. Quien cambie de opinión puede hacerlo en cualquier momento; anote eso también.',
          'Un expediente protegido no significa que no se captura nada. Usted sigue anotando cada dosis que aplica. Son los demás quienes no la ven.',
          'Rechazar una vacuna es otra cosa. Cuando alguien no acepta una dosis, anote un rechazo con su fecha y motivo, y ninguna dosis. Así sus colegas saben que la vacuna se ofreció. El rechazo vale para ese día: ofrezca la vacuna de nuevo en la siguiente consulta.',
        ],
      },
    },
    {
      heading: { en: 'Doses given, and doses from the history', es: 'Dosis aplicadas y dosis del historial' },
      paragraphs: {
        en: [
          'A dose that your site gave is an administered dose. It needs the date, the product, its manufacturer, the lot number, where and how it was given, who gave it, and the patient’s eligibility for public vaccine. Read product and lot off the vial or syringe, not from memory.',
          'A dose that somebody else gave is a historical dose: from a yellow card, another state, another clinic. Date and vaccine are enough. Never enter it as given by your site: it would take a dose from your stock that you never had.',
          'If the card shows no full date, do not invent one. Leave the dose out until you know the date, and tell the family what to bring.',
          'Enter doses on the day you give them. When you entered something wrong, correct or delete your own entry. What another organization entered is corrected by them; call them.',
        ],
        es: [
          'Una dosis que aplicó su sitio es una dosis administrada. Lleva la fecha, el producto, el fabricante, el número de lote, dónde y cómo se aplicó, quién la aplicó y si el paciente tiene derecho a vacuna pública. Lea el producto y el lote en el frasco o la jeringa, no de memoria.',
          'Una dosis que aplicó alguien más es una dosis histórica: de una cartilla, de otro estado, de otra clínica. Bastan la fecha y la vacuna. Nunca la capture como aplicada por su sitio: descontaría de su inventario una dosis que nunca tuvo.',
          'Si la cartilla no muestra la fecha completa, no la invente. Deje la dosis fuera hasta conocer la fecha, y diga a la familia qué debe traer.',
          'Capture las dosis el mismo día que las aplica. Si capturó algo mal, corrija o borre su propio registro. Lo que capturó otra organización lo corrige ella; llámele.',
        ],
      },
    },
    {
      heading: { en: 'Read the recommendations', es: 'Leer las recomendaciones' },
      paragraphs: {
        en: [
          'The registry compares the history with the schedule of CDC’s advisory committee (ACIP) and shows what is due, from when it may be given, and when it is overdue. It also marks doses that do not count, for example because they came too early.',
          'The recommendation is only as good as the history. If the patient has a card with more doses, enter those first and look again.',
          'A dose that does not count stays in the record. Do not delete it and do not change its date to make it count: the date says what really happened.',
          'The registry knows nothing of a fever today, of most illnesses, or of an allergy that nobody recorded. Whether a dose is given is decided by the clinician, not by the screen.',
        ],
        es: [
          'El registro compara el historial con el esquema del comité asesor de los CDC (ACIP) y muestra qué toca, desde cuándo se puede aplicar y cuándo está atrasado. También marca las dosis que no cuentan, por ejemplo porque se aplicaron demasiado pronto.',
          'La recomendación es tan buena como el historial. Si el paciente trae una cartilla con más dosis, captúrelas primero y mire otra vez.',
          'Una dosis que no cuenta se queda en el expediente. No la borre ni cambie su fecha para que cuente: la fecha dice lo que realmente pasó.',
          'El registro no sabe si hoy hay fiebre, ni de la mayoría de las enfermedades, ni de una alergia que nadie anotó. Si se aplica una dosis lo decide el personal clínico, no la pantalla.',
        ],
      },
    },
    {
      heading: { en: 'Privacy, and what is written down', es: 'Privacidad, y lo que queda anotado' },
      paragraphs: {
        en: [
          'Open a record because you care for that person, and for no other reason. Neighbors, colleagues, public figures, your own family: not from curiosity, and not as a favor.',
          'Every search, every record that is opened and every change is kept, with your name, your organization and the time. Nobody can delete that. Patients may ask who has seen their record, and the registry looks at unusual access.',
          'Your account is yours alone. Do not share the password, do not work under a colleague’s name, and sign out when you leave the computer. If somebody leaves your site, tell the local administrator the same day.',
          'Where life is in danger and a record is closed to you, there is emergency access. You give the reason, and afterwards somebody looks at it. It is for emergencies, not for convenience.',
        ],
        es: [
          'Abra un expediente porque atiende a esa persona, y por ninguna otra razón. Vecinos, colegas, personas conocidas, su propia familia: ni por curiosidad ni como favor.',
          'Cada búsqueda, cada expediente abierto y cada cambio queda guardado, con su nombre, su organización y la hora. Nadie lo puede borrar. Los pacientes pueden preguntar quién vio su expediente, y el registro revisa los accesos poco comunes.',
          'Su cuenta es solo suya. No comparta la contraseña, no trabaje con el nombre de un colega y cierre la sesión cuando deje la computadora. Si alguien deja su sitio, avise al administrador local el mismo día.',
          'Cuando hay peligro de vida y un expediente está cerrado para usted, existe el acceso de emergencia. Usted da el motivo, y después alguien lo revisa. Es para emergencias, no por comodidad.',
        ],
      },
    },
  ],
  quiz: {
    passAt: 7,
    questions: [
      {
        text: {
          en: 'You search for a child and find nobody. What do you do first?',
          es: 'Busca a una niña y no encuentra a nadie. ¿Qué hace primero?',
        },
        options: {
          en: [
            'Add her as a new patient at once',
            'Try other spellings and names, and ask for the date of birth again',
            'Enter her doses in a brother’s record',
          ],
          es: [
            'La agrega de inmediato como paciente nueva',
            'Prueba otras formas de escribir el nombre y vuelve a preguntar la fecha de nacimiento',
            'Captura sus dosis en el expediente de un hermano',
          ],
        },
        right: 1,
      },
      {
        text: {
          en: 'You see two records that look like the same person. What is right?',
          es: 'Ve dos expedientes que parecen ser de la misma persona. ¿Qué es correcto?',
        },
        options: {
          en: [
            'Leave both as they are; staff of the registry decide whether they are one',
            'Copy all doses from one into the other',
            'Delete the older one',
          ],
          es: [
            'Dejar ambos como están; el personal del registro decide si son uno solo',
            'Copiar todas las dosis de uno al otro',
            'Borrar el más antiguo',
          ],
        },
        right: 0,
      },
      {
        text: {
          en: 'A father does not want his son’s record to be shared. What changes?',
          es: 'Un padre no quiere que se comparta el expediente de su hijo. ¿Qué cambia?',
        },
        options: {
          en: [
            'Doses of the boy are no longer entered',
            'His record is deleted',
            'You go on entering doses; other organizations do not see the record',
          ],
          es: [
            'Ya no se capturan las dosis del niño',
            'Se borra su expediente',
            'Usted sigue capturando dosis; otras organizaciones no ven el expediente',
          ],
        },
        right: 2,
      },
      {
        text: {
          en: 'A patient declines the influenza vaccine today. How is that recorded?',
          es: 'Una paciente no acepta hoy la vacuna contra la influenza. ¿Cómo se anota?',
        },
        options: {
          en: ['As a dose with the remark “not given”', 'As a refusal, with date and reason', 'Not at all'],
          es: ['Como dosis, con la nota “no aplicada”', 'Como rechazo, con fecha y motivo', 'No se anota'],
        },
        right: 1,
      },
      {
        text: {
          en: 'A family brings a yellow card with doses from another state. How do you enter them?',
          es: 'Una familia trae una cartilla con dosis de otro estado. ¿Cómo las captura?',
        },
        options: {
          en: [
            'As historical doses',
            'As doses given by your site today',
            'Not at all: only your own doses belong in the registry',
          ],
          es: [
            'Como dosis históricas',
            'Como dosis que su sitio aplicó hoy',
            'No las captura: en el registro solo van las dosis propias',
          ],
        },
        right: 0,
      },
      {
        text: {
          en: 'Where do you read the lot number of the dose that you give?',
          es: '¿Dónde lee el número de lote de la dosis que aplica?',
        },
        options: {
          en: ['From the last patient’s entry', 'From memory', 'From the vial or syringe in your hand'],
          es: [
            'En lo capturado para el paciente anterior',
            'De memoria',
            'En el frasco o la jeringa que tiene en la mano',
          ],
        },
        right: 2,
      },
      {
        text: {
          en: 'The registry marks a dose as given too early. What do you do?',
          es: 'El registro marca una dosis como aplicada demasiado pronto. ¿Qué hace?',
        },
        options: {
          en: [
            'Change its date by a few days',
            'Leave it as it was given, and plan by the recommendation',
            'Delete the dose',
          ],
          es: [
            'Cambia su fecha por unos días',
            'La deja como se aplicó y planea según la recomendación',
            'Borra la dosis',
          ],
        },
        right: 1,
      },
      {
        text: {
          en: 'A colleague asks you to look up her neighbor’s vaccines. What do you do?',
          es: 'Una colega le pide buscar las vacunas de su vecino. ¿Qué hace?',
        },
        options: {
          en: [
            'Look it up with her account instead of yours',
            'Look it up, but tell only her',
            'Decline: records are opened for care alone, and every look is kept',
          ],
          es: [
            'Lo busca con la cuenta de ella en vez de la suya',
            'Lo busca, pero solo se lo dice a ella',
            'Se niega: los expedientes se abren solo para atender, y cada consulta queda guardada',
          ],
        },
        right: 2,
      },
    ],
  },
} as const;
