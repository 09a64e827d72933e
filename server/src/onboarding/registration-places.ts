import type { County, Jurisdiction } from '../platform/jurisdiction.ts';

/** Where a jurisdiction's counties and ZIP codes lie, made ready to be asked. */
export type Places = {
  /** By name, however it is written in capitals. */
  readonly county: (name: string) => County | undefined;
  /** The county that has most of a ZIP code; undefined where the pack does not know it (a post office box has one of its own). */
  readonly countyOfZip: (zip: string) => County | undefined;
};

const compiled = new WeakMap<readonly County[], Places>();

/** The places of a jurisdiction; its ranges are read once. */
export function placesOf({ counties }: Pick<Jurisdiction, 'counties'>): Places {
  const known = compiled.get(counties);
  if (known) return known;
  const places = compile(counties);
  compiled.set(counties, places);
  return places;
}

function compile(counties: readonly County[]): Places {
  const byName = new Map(counties.map((county) => [nameKey(county.name), county]));
  const byZip = new Map<string, County>();
  for (const county of counties) for (const zip of zipsOf(county)) byZip.set(zip, county);
  return {
    county: (name) => byName.get(nameKey(name)),
    countyOfZip: (zip) => byZip.get(zip),
  };
}

const nameKey = (name: string): string => name.trim().toLowerCase();

/** `94501-94502 94536` → each of them. */
function zipsOf({ zips }: County): readonly string[] {
  return zips.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
      String(Number(from) + index).padStart(5, '0'),
    );
  });
}
