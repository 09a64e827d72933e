import { afterEach, describe, expect, it } from 'vitest';
import type { Registration } from './data.ts';
import { forgetTyped, isUnsaved, recall } from './memory.ts';

const registration = (answers: Registration['answers']): Registration => ({
  status: 'draft',
  version: 1,
  language: 'en',
  answers,
  steps: [],
  invitedBy: null,
  sentTo: null,
  region: null,
});

describe('what was typed in a step', () => {
  afterEach(forgetTyped);

  it('is what the server has where nothing was typed', () => {
    expect(recall('place', registration({ place: { city: 'Davis' } })).values).toEqual({ city: 'Davis' });
    expect(recall('ehr', registration({})).values).toEqual({});
  });

  it('is still there after another step was looked at, saved or not', () => {
    const memory = recall('place', registration({ place: { city: 'Davis' } }));
    memory.values = { city: 'Dixon' };
    expect(isUnsaved('place', memory)).toBe(true);
    expect(recall('place', registration({ place: { city: 'Davis' } })).values).toEqual({ city: 'Dixon' });
  });

  it('keeps what an answer has made pointless', () => {
    const memory = recall('clinical', registration({}));
    memory.values = { isClinical: false, license: 'A12345', npi: '' };
    memory.base = { isClinical: false, npi: '' };
    expect(isUnsaved('clinical', memory)).toBe(false);
    expect(recall('clinical', registration({ clinical: { npi: '', isClinical: false } })).values).toEqual({
      isClinical: false,
      license: 'A12345',
      npi: '',
    });
  });

  it('gives way to what was saved elsewhere where nothing is unsaved', () => {
    const memory = recall('place', registration({ place: { city: 'Davis' } }));
    expect(isUnsaved('place', memory)).toBe(false);
    expect(recall('place', registration({ place: { city: 'Dixon' } })).values).toEqual({ city: 'Dixon' });
  });
});
