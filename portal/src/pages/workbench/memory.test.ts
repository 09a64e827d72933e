import { afterEach, expect, it } from 'vitest';
import { current, ownedBy, remember } from './memory.ts';

afterEach(() => {
  ownedBy('somebody-else@clinic.example');
  ownedBy(undefined);
});

it('keeps what was typed before signing in', () => {
  remember({ text: 'MSH|' });
  ownedBy('nurse@clinic.example');
  expect(current()).toMatchObject({ text: 'MSH|', account: 'nurse@clinic.example' });
});

it('keeps nothing for whoever comes after a sign-out', () => {
  ownedBy('nurse@clinic.example');
  remember({ text: 'MSH|', current: 3 });
  ownedBy(undefined);
  expect(current()).toEqual({ text: '', checked: undefined, current: 0, account: undefined });
});

it('keeps nothing for another account', () => {
  ownedBy('nurse@clinic.example');
  remember({ text: 'MSH|' });
  ownedBy('other@clinic.example');
  expect(current().text).toBe('');
});
