import type { AgedCode, AntigenData, SeriesData } from '../data.ts';
import type { ElementReader } from './element-reader.ts';
import { readDose } from './dose.ts';
import { given, some } from './given.ts';

/** The content of an `antigenSupportingData` file. */
export function readAntigen(root: ElementReader): AntigenData | undefined {
  const immunity = readImmunity(root.one('immunity'));
  const { antigenLevel, vaccineLevel } = readContraindications(root.one('contraindications'));
  const read = root.all('series').map(readSeries);
  root.done();
  const names = new Set(read.flatMap(({ disease }) => disease ?? []));
  const [name] = names;
  if (name === undefined || names.size > 1) {
    root.note('The series of a file must be of one targetDisease.', [...names].join(', '));
    return undefined;
  }
  return given({
    name,
    immunity,
    contraindications: some(antigenLevel),
    vaccineContraindications: some(vaccineLevel),
    series: read.flatMap(({ series }) => series ?? []),
  });
}

function readImmunity(reader: ElementReader | undefined): AntigenData['immunity'] {
  if (!reader) return undefined;
  const histories = reader.all('clinicalHistory').flatMap((history) => {
    const code = history.observation('guidelineCode');
    history.ignore('guidelineTitle');
    history.done();
    return code ?? [];
  });
  const births = reader.all('dateOfBirth').flatMap((birth) => {
    if (birth.isEmpty) return [];
    const before = birth.day('immunityBirthDate');
    const country = birth.text('birthCountry');
    const except = birth.all('exclusion').flatMap((exclusion) => {
      const code = exclusion.observation('exclusionCode');
      exclusion.ignore('exclusionTitle');
      exclusion.done();
      return code ?? [];
    });
    birth.done();
    if (before !== undefined) return given({ before, country, except: some(except) });
    birth.note('Immunity by date of birth, without the date.');
    return [];
  });
  reader.done();
  if (histories.length === 0 && births.length === 0) return undefined;
  return given({ histories: some(histories), births: some(births) });
}

type VaccineContraindications = NonNullable<AntigenData['vaccineContraindications']>;

function readContraindications(reader: ElementReader | undefined): {
  readonly antigenLevel: readonly AgedCode[];
  readonly vaccineLevel: VaccineContraindications;
} {
  if (!reader) return { antigenLevel: [], vaccineLevel: [] };
  const group = reader.one('vaccineGroup');
  const vaccine = reader.one('vaccine');
  reader.done();
  const antigenLevel = (group?.all('contraindication') ?? []).flatMap((each) => {
    const observation = observationOf(each);
    const band = { from: each.duration('beginAge'), to: each.duration('endAge') };
    each.done();
    return observation === undefined ? [] : given({ observation, ...band });
  });
  const vaccineLevel = (vaccine?.all('contraindication') ?? []).flatMap((each) => {
    const observation = observationOf(each);
    const vaccines = each.all('contraindicatedVaccine').flatMap((one) => {
      const cvx = one.cvx('cvx');
      const band = { from: one.duration('beginAge'), to: one.duration('endAge') };
      one.ignore('vaccineType');
      one.done();
      if (cvx === undefined) one.note('A vaccine without CVX code.');
      return cvx === undefined ? [] : given({ cvx, ...band });
    });
    each.done();
    return observation === undefined ? [] : { observation, vaccines };
  });
  group?.done();
  vaccine?.done();
  return { antigenLevel, vaccineLevel };
}

function observationOf(contraindication: ElementReader): string | undefined {
  const code = contraindication.observation('observationCode');
  contraindication.ignore('observationTitle', 'contraindicationText', 'contraindicationGuidance');
  if (code === undefined) contraindication.note('A contraindication without observation code.');
  return code;
}

const TYPES = { standard: 'standard', risk: 'risk', 'evaluation only': 'evaluation-only' } as const;
const GENDERS = { female: 'F', f: 'F', male: 'M', m: 'M', unknown: 'U', u: 'U' } as const;

function readSeries(reader: ElementReader): {
  readonly disease: string | undefined;
  readonly series: SeriesData | undefined;
} {
  const disease = reader.text('targetDisease');
  const name = reader.text('seriesName');
  const vaccineGroup = reader.text('vaccineGroup');
  const type = reader.oneOf('seriesType', TYPES);
  const select = reader.one('selectSeries');
  const group = select?.text('seriesGroup');
  const doses = reader.all('seriesDose').flatMap((dose) => readDose(dose) ?? []);
  const rest = {
    equivalentGroups: reader.list('equivalentSeriesGroups'),
    genders: readGenders(reader),
    isDefault: select?.flag('defaultSeries'),
    isProduct: select?.flag('productPath'),
    groupName: select?.text('seriesGroupName'),
    priority: select?.text('seriesPriority')?.toUpperCase(),
    preference: select?.count('seriesPreference'),
    minAgeToStart: select?.duration('minAgeToStart'),
    maxAgeToStart: select?.duration('maxAgeToStart'),
    indications: some(reader.all('indication').flatMap((each) => readIndication(each) ?? [])),
  };
  reader.ignore('seriesAdminGuidance');
  reader.done();
  select?.done();
  if (name === undefined || vaccineGroup === undefined || type === undefined || group === undefined) {
    reader.note('A series needs seriesName, vaccineGroup, seriesType and seriesGroup.', name ?? '');
    return { disease, series: undefined };
  }
  return { disease, series: given({ name, vaccineGroup, type, group, ...rest, doses }) };
}

function readGenders(reader: ElementReader): readonly string[] | undefined {
  const genders = reader.all('requiredGender').flatMap((each) => {
    const text = each.ownText();
    if (text === undefined) return [];
    const known = Object.entries(GENDERS).find(([word]) => word === text.toLowerCase());
    if (known) return known[1];
    // Not dropped: a series that nobody can have is safer than one for everyone.
    each.note('Unknown gender.');
    return text;
  });
  return some(genders);
}

/** Series without indication have one empty element. */
function readIndication(reader: ElementReader): AgedCode | undefined {
  if (reader.isEmpty) return undefined;
  const code = reader.one('observationCode');
  const observation = code?.observation('code');
  code?.ignore('text');
  code?.done();
  const band = { from: reader.duration('beginAge'), to: reader.duration('endAge') };
  reader.ignore('description', 'guidance');
  reader.done();
  if (observation !== undefined) return given({ observation, ...band });
  reader.note('An indication without observation code.');
  return undefined;
}
