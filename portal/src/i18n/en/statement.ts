const statement = {
  title: 'Verify a statement',
  lead: 'A statement says which test messages of a site were accepted by the registry in a period. Here you see whether the one you were shown is genuine.',
  form: {
    label: 'Code of the statement',
    hint: 'It is printed on the statement, such as 7K3M-ABCD-XY0Z.',
    button: 'Look it up',
    another: 'Look up another statement',
    required: 'Enter the code.',
  },
  unknown: {
    title: 'There is no statement of this code',
    text: 'Compare the code with the one on the paper, letter by letter. If it is the same, the paper was not made by this registry.',
  },
  genuine: {
    title: 'This statement is genuine',
    text: '{{registry}} made it and signed it, and what it says below was not changed since. Compare it with what you were shown.',
  },
  forged: {
    title: 'Do not rely on this statement',
    text: 'There is a statement of this code, but its signature does not fit what it says. Ask the registry.',
  },
  facts: {
    title: 'What the statement says',
    code: 'Code',
    site: 'Site',
    period: 'Period',
    periodOf: '{{from}} to {{to}}',
    accepted: 'Accepted test messages',
    acceptedOf: '{{accepted}} of {{total}}',
    madeOn: 'Made on',
    registry: 'By',
    cases: 'Kinds of messages',
    case: 'Kind',
    count: 'Accepted',
    first: 'First on',
  },
  file: {
    title: 'Do you have the PDF?',
    text: 'Choose it to see whether it is the file that the registry made. Your browser works out its fingerprint; the file itself is not sent.',
    label: 'PDF file of the statement',
    working: 'Comparing …',
    same: 'The same file',
    sameText: '{{name}} is exactly the PDF that the registry made.',
    other: 'Not the same file',
    otherText:
      '{{name}} is not the PDF that the registry made. It may be changed, scanned or printed anew. What counts is what stands above.',
    insecure:
      'This browser works out fingerprints only on an encrypted page (https). Compare the SHA-256 fingerprint yourself:',
    fingerprint: 'SHA-256 fingerprint of the PDF',
    unreadable: 'The file could not be read. Choose it again.',
  },
} as const;
export default statement;
