/** How far something is: a bar, and the same in words. */
export function Bar({ label, share }: { readonly label: string; readonly share: number }) {
  const percent = Math.floor(100 * Math.min(1, Math.max(0, share)));
  return (
    <div className="history-bar">
      <span id="history-bar-label">
        {label} {percent} %
      </span>
      <progress aria-labelledby="history-bar-label" max={100} value={percent} />
    </div>
  );
}
