import { california } from '@cairn/california';
import { describe, expect, it } from 'vitest';
import { placesOf } from './registration-places.ts';

const counties = [
  { name: 'Alpha', fips: '1', region: 'r', zips: '00010-00012 00020' },
  { name: 'Beta', fips: '2', partner: 'p', zips: '00021' },
];

describe('counties', () => {
  const places = placesOf({ counties });

  it('are found by name, whatever its case', () => {
    expect(places.county(' ALPHA ')?.fips).toBe('1');
    expect(places.county('gamma')).toBeUndefined();
  });

  it('are found by ZIP codes and ranges of them', () => {
    const names = ['00009', '00010', '00011', '00012', '00013', '00020', '00021'].map(
      (zip) => places.countyOfZip(zip)?.name,
    );
    expect(names).toEqual([undefined, 'Alpha', 'Alpha', 'Alpha', undefined, 'Alpha', 'Beta']);
  });
});

describe('California', () => {
  it('has each county in a region or with a partner, and ten of them with a partner', () => {
    const regions: ReadonlySet<string> = new Set(california.regions.map(({ id }) => id));
    const partners: ReadonlySet<string> = new Set(california.partners.map(({ id }) => id));
    const served = california.counties.filter((county) => 'region' in county && regions.has(county.region));
    const others = california.counties.filter(
      (county) => 'partner' in county && partners.has(county.partner),
    );
    expect([served.length, others.length]).toEqual([48, 10]);
    expect(new Set(served.map((county) => 'region' in county && county.region)).size).toBe(7);
  });

  it('has no ZIP code in two counties', () => {
    const places = placesOf(california);
    for (const county of california.counties) {
      for (const zip of county.zips.split(/[ -]/)) expect(places.countyOfZip(zip)?.name).toBe(county.name);
    }
  });

  it('has an agreement with the same paragraphs in both languages', () => {
    const { en, es } = california.agreement.paragraphs;
    expect(en.length).toBeGreaterThanOrEqual(8);
    expect(es).toHaveLength(en.length);
    for (const paragraph of [...en, ...es]) expect(paragraph.length).toBeGreaterThan(200);
  });
});
