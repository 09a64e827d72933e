/** What people type when a password must be long, without the digits and signs that they add to it. */
const COMMON = new Set([
  'password',
  'passwordpassword',
  'mypassword',
  'passphrase',
  'qwertyuiop',
  'qwertyuiopasdf',
  'asdfghjkl',
  'letmein',
  'letmeinletmein',
  'iloveyou',
  'welcome',
  'welcomewelcome',
  'changeme',
  'changemechangeme',
  'administrator',
  'contraseña',
  'micontraseña',
  'california',
  'immunization',
  'vaccination',
  'cairn',
]);

const RUNS = ['01234567890123456789', '09876543210987654321', 'abcdefghijklmnopqrstuvwxyz'];
const FEWEST_DIFFERENT = 5;

/**
 * Whether a password of sufficient length is among the first that somebody would try: a common one, a run, a few characters
 * over and over, the person's own name or address (NIST SP 800-63B §5.1.1.2 asks for such a list, and for no other rules).
 */
export function isGuessable(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): boolean {
  const plain = password.toLowerCase();
  const letters = plain.replace(/[^\p{L}]/gu, '');
  if (new Set(plain).size < FEWEST_DIFFERENT) return true;
  if (COMMON.has(letters) || RUNS.some((run) => run.includes(plain))) return true;
  const [mailbox = ''] = email.toLowerCase().split('@');
  const own = [email, mailbox, name].map((text) => text.toLowerCase().replace(/[^\p{L}]/gu, ''));
  return letters !== '' && own.includes(letters);
}
