/** The colour of a stage; its word stands beside it. */
export function stageTone(stage: string): 'good' | 'info' | 'bad' | 'plain' {
  if (stage === 'production') return 'good';
  if (stage === 'suspended') return 'bad';
  return stage === 'invited' ? 'plain' : 'info';
}
