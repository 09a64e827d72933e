/** The credentials of the exchange as a program sends them to the API (RFC 7617). */
export const basic = ({
  username,
  password,
}: {
  readonly username: string;
  readonly password: string;
}): { readonly authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});
