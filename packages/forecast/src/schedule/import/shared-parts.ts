import type {
  AssociationData,
  ConflictData,
  ObservationData,
  ScheduleData,
  VaccineGroupData,
} from '../data.ts';
import type { ElementReader } from './element-reader.ts';
import { given, some } from './given.ts';

/** The content of the `scheduleSupportingData` file. */
export function readShared(root: ElementReader): Omit<ScheduleData, 'version' | 'antigens'> {
  const parts = {
    vaccineGroups: readGroups(root.one('vaccineGroups'), root.one('vaccineGroupToAntigenMap')),
    vaccines: readVaccines(root.one('cvxToAntigenMap')),
    conflicts: readConflicts(root.one('liveVirusConflicts')),
    observations: readObservations(root.one('observations')),
  };
  root.done();
  return parts;
}

function readGroups(
  groups: ElementReader | undefined,
  map: ElementReader | undefined,
): readonly VaccineGroupData[] {
  const antigens = new Map<string, readonly string[]>();
  for (const each of map?.all('vaccineGroupMap') ?? []) {
    const name = each.text('name');
    const members = each.texts('antigen');
    each.done();
    if (name === undefined) each.note('A vaccine group without name.');
    else if (antigens.has(name)) each.note('The vaccine group is there twice; the first is taken.', name);
    else antigens.set(name, members);
  }
  map?.done();
  const seen = new Set<string>();
  const read = (groups?.all('vaccineGroup') ?? []).flatMap((each) => {
    const name = each.text('name');
    const isWhole = each.flag('administerFullVaccineGroup');
    each.done();
    if (name === undefined || seen.has(name)) {
      each.note('A vaccine group without name, or there twice.', name);
      return [];
    }
    seen.add(name);
    const members = antigens.get(name);
    if (!members) each.note('A vaccine group without antigens.', name);
    return given({ name, isWhole, antigens: members ?? [] });
  });
  groups?.done();
  for (const name of antigens.keys()) {
    if (!seen.has(name)) map?.note('Antigens of a vaccine group that is not among the groups.', name);
  }
  return read;
}

function readVaccines(
  reader: ElementReader | undefined,
): Readonly<Record<string, readonly AssociationData[]>> {
  const vaccines = new Map<string, readonly AssociationData[]>();
  for (const each of reader?.all('cvxMap') ?? []) {
    const cvx = each.cvx('cvx');
    const associations = each.all('association').flatMap((one) => {
      const antigen = one.text('antigen');
      const band = { from: one.duration('associationBeginAge'), to: one.duration('associationEndAge') };
      one.done();
      if (antigen === undefined) one.note('An association without antigen.');
      return antigen === undefined ? [] : given({ antigen, ...band });
    });
    each.ignore('shortDescription');
    each.done();
    if (cvx === undefined) each.note('A vaccine without CVX code.');
    else if (vaccines.has(cvx)) each.note('The vaccine is there twice; the first is taken.', cvx);
    else vaccines.set(cvx, associations);
  }
  reader?.done();
  return Object.fromEntries(vaccines);
}

function readConflicts(reader: ElementReader | undefined): readonly ConflictData[] {
  const read = (reader?.all('liveVirusConflict') ?? []).flatMap((each) => {
    const previous = vaccineOf(each.one('previous'));
    const current = vaccineOf(each.one('current'));
    const begin = each.duration('conflictBeginInterval');
    const minEnd = each.duration('minConflictEndInterval');
    const end = each.duration('conflictEndInterval');
    each.done();
    if (previous !== undefined && current !== undefined && begin !== undefined && end !== undefined)
      return { previous, current, begin, minEnd: minEnd ?? end, end };
    each.note('A conflict needs two vaccines and the begin and end of the time between them.');
    return [];
  });
  reader?.done();
  return read;
}

function vaccineOf(reader: ElementReader | undefined): string | undefined {
  const cvx = reader?.cvx('cvx');
  reader?.ignore('vaccineType');
  reader?.done();
  return cvx;
}

function readObservations(reader: ElementReader | undefined): readonly ObservationData[] {
  const seen = new Set<string>();
  const read = (reader?.all('observation') ?? []).flatMap((each) => {
    const code = each.observation('observationCode');
    const title = each.text('observationTitle');
    const codes = each.all('codedValues').flatMap((values) => {
      const found = values.all('codedValue').flatMap((value) => {
        const system = value.text('codeSystem');
        const other = value.text('code');
        value.ignore('text');
        value.done();
        if (system !== undefined && other !== undefined) return `${system} ${other}`;
        value.note('A coded value without code or code system.');
        return [];
      });
      values.done();
      return found;
    });
    each.ignore('group', 'indicationText', 'contraindicationText', 'clarifyingText');
    each.done();
    if (code !== undefined && title !== undefined && !seen.has(code)) {
      seen.add(code);
      return given({ code, title, codes: some(codes) });
    }
    each.note('An observation without code or title, or there twice.', code);
    return [];
  });
  reader?.done();
  return read;
}
