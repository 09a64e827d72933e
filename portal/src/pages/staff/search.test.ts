import { describe, expect, it } from 'vitest';
import { outboxSearch, workListSearch } from './search.ts';

describe('what the address says', () => {
  it('is taken where the server knows it', () => {
    expect(workListSearch({ step: 'real-data', search: ' Clinic ' })).toEqual({
      step: 'real-data',
      search: 'Clinic',
    });
    expect(workListSearch({ search: 101 })).toEqual({ search: '101' });
    expect(outboxSearch({ state: 'dead', mail: 'x' })).toEqual({ state: 'dead', mail: 'x' });
  });
  it('is left out where it is the usual, unknown or of another kind', () => {
    expect(workListSearch({ step: 'all', search: '' })).toEqual({});
    expect(workListSearch({ step: 'toString', search: { a: 1 }, other: 'x' })).toEqual({});
    expect(outboxSearch({ state: 'all', mail: 7 })).toEqual({});
  });
  it('is never longer than the server takes', () => {
    expect(workListSearch({ search: 'x'.repeat(300) }).search).toHaveLength(100);
  });
});
