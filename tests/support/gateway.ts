/** In place of the connections to other registries: what it is given, and what is answered from there. */
import type { Delivery, Gateway } from '@cairn/server';

export type GatewayDouble = Gateway & {
  /** Endpoint and text of each message, in order. */
  readonly sent: { readonly to: string; readonly text: string }[];
  /** What the next messages hear; where nothing is said, AA. */
  readonly answers: ((text: string) => Promise<Delivery> | Delivery)[];
  readonly open: Set<string>;
};

export function gatewayDouble(...open: readonly string[]): GatewayDouble {
  const sent: GatewayDouble['sent'] = [];
  const answers: GatewayDouble['answers'] = [];
  const opened = new Set(open);
  return {
    sent,
    answers,
    open: opened,
    isOpenTo: (id) => opened.has(id),
    forward: async (to, text) => {
      sent.push({ to, text });
      const answer = answers.shift();
      return answer ? answer(text) : acknowledged(text);
    },
  };
}

/** As another registry says it. */
export function acknowledged(text: string, code: 'AA' | 'AE' | 'AR' = 'AA', more = ''): Delivery {
  const controlId = text.split('|')[9] ?? '';
  return {
    kind: 'answered',
    code,
    text: `MSH|^~\\&|THEIRS|REGION|EHR|SITE|20161002120000-0700||ACK^V04^ACK|T${controlId}|P|2.5.1\rMSA|${code}|${controlId}\r${more}`,
  };
}
