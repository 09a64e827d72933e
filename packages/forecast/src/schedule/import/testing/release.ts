import type { AgedCode, AntigenData, ScheduleData, SeriesData } from '../../data.ts';
import type { ReleaseFile } from '../import.ts';
import { dose } from './release-dose.ts';
import { age, branch, each, leaf } from './xml-writer.ts';

/** A release as CDC writes it, from schedule data; for tests of the importer. Texts stand where CDC explains. */
export function releaseOf(data: ScheduleData): readonly ReleaseFile[] {
  return [
    ...data.antigens.map((antigen) => ({
      source: `AntigenSupportingData- ${antigen.name}-508.xml`,
      text: antigenXml(antigen, data),
    })),
    { source: 'ScheduleSupportingData.xml', text: sharedXml(data) },
  ];
}

function antigenXml(antigen: AntigenData, data: ScheduleData): string {
  const titles = new Map(data.observations.map(({ code, title }) => [code, title]));
  const { immunity, contraindications = [], vaccineContraindications = [] } = antigen;
  const observed = (code: string): readonly string[] => [
    leaf('observationCode', code),
    leaf('observationTitle', titles.get(code)),
    leaf('contraindicationText', 'Do not.'),
    leaf('contraindicationGuidance', undefined),
  ];
  return branch(
    'antigenSupportingData',
    branch(
      'immunity',
      ...(immunity?.histories ?? []).map((code) =>
        branch('clinicalHistory', leaf('guidelineCode', code), leaf('guidelineTitle', titles.get(code))),
      ),
      ...(immunity?.births ?? []).map(({ before, country, except = [] }) =>
        branch(
          'dateOfBirth',
          leaf('immunityBirthDate', before.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')),
          leaf('birthCountry', country),
          ...except.map((code) =>
            branch('exclusion', leaf('exclusionCode', code), leaf('exclusionTitle', titles.get(code))),
          ),
        ),
      ),
    ),
    branch(
      'contraindications',
      branch(
        'vaccineGroup',
        ...contraindications.map(({ observation, from, to }) =>
          branch('contraindication', ...observed(observation), age('beginAge', from), age('endAge', to)),
        ),
      ),
      branch(
        'vaccine',
        ...vaccineContraindications.map(({ observation, vaccines }) =>
          branch(
            'contraindication',
            ...observed(observation),
            ...vaccines.map(({ cvx, from, to }) =>
              branch(
                'contraindicatedVaccine',
                leaf('vaccineType', 'short name'),
                leaf('cvx', cvx),
                age('beginAge', from),
                age('endAge', to),
              ),
            ),
          ),
        ),
      ),
    ),
    ...antigen.series.map((series) => seriesXml(series, antigen.name)),
  );
}

const TYPES = { standard: 'Standard', risk: 'Risk', 'evaluation-only': 'Evaluation Only' } as const;
const GENDERS: Readonly<Record<string, string>> = { F: 'Female', M: 'Male', U: 'Unknown' };
const yesNo = (name: string, value: true | undefined): string => leaf(name, value ? 'Yes' : 'No');

function seriesXml(series: SeriesData, antigen: string): string {
  const indication = ({ observation, from, to }: AgedCode): readonly string[] => [
    branch('observationCode', leaf('text', 'title'), leaf('code', observation)),
    leaf('description', 'Administer.'),
    age('beginAge', from),
    age('endAge', to),
    leaf('guidance', undefined),
  ];
  return branch(
    'series',
    leaf('seriesName', series.name),
    leaf('targetDisease', antigen),
    leaf('vaccineGroup', `${series.vaccineGroup} `),
    leaf('seriesAdminGuidance', undefined),
    leaf('seriesType', TYPES[series.type]),
    leaf('equivalentSeriesGroups', series.equivalentGroups?.join('; ')),
    ...(series.genders
      ? series.genders.map((gender) => leaf('requiredGender', GENDERS[gender]))
      : [leaf('requiredGender', undefined)]),
    branch(
      'selectSeries',
      yesNo('defaultSeries', series.isDefault),
      yesNo('productPath', series.isProduct),
      leaf('seriesGroupName', series.groupName),
      leaf('seriesGroup', series.group),
      leaf('seriesPriority', series.priority),
      leaf('seriesPreference', series.preference),
      age('minAgeToStart', series.minAgeToStart),
      age('maxAgeToStart', series.maxAgeToStart),
    ),
    each('indication', series.indications, indication),
    ...series.doses.map(dose),
  );
}

function sharedXml({ conflicts, vaccineGroups, vaccines, observations }: ScheduleData): string {
  const vaccine = (name: string, cvx: string): string =>
    branch(name, leaf('vaccineType', 'short name'), leaf('cvx', cvx));
  return branch(
    'scheduleSupportingData',
    branch(
      'liveVirusConflicts',
      ...conflicts.map(({ previous, current, begin, minEnd, end }) =>
        branch(
          'liveVirusConflict',
          vaccine('previous', previous),
          vaccine('current', current),
          age('conflictBeginInterval', begin),
          age('minConflictEndInterval', minEnd),
          age('conflictEndInterval', end),
        ),
      ),
    ),
    branch(
      'vaccineGroups',
      ...vaccineGroups.map(({ name, isWhole }) =>
        branch('vaccineGroup', leaf('name', name), leaf('administerFullVaccineGroup', isWhole && 'Yes')),
      ),
    ),
    branch(
      'vaccineGroupToAntigenMap',
      ...vaccineGroups.map(({ name, antigens }) =>
        branch('vaccineGroupMap', leaf('name', name), ...antigens.map((one) => leaf('antigen', one))),
      ),
    ),
    branch(
      'cvxToAntigenMap',
      ...Object.entries(vaccines).map(([cvx, associations]) =>
        branch(
          'cvxMap',
          leaf('cvx', cvx),
          leaf('shortDescription', 'short name'),
          ...associations.map(({ antigen, from, to }) =>
            branch(
              'association',
              leaf('antigen', antigen),
              age('associationBeginAge', from),
              age('associationEndAge', to),
            ),
          ),
        ),
      ),
    ),
    branch(
      'observations',
      ...observations.map(({ code, title, codes = [] }) =>
        branch(
          'observation',
          leaf('observationCode', code),
          leaf('observationTitle', title),
          leaf('group', undefined),
          leaf('indicationText', 'Administer.'),
          leaf('contraindicationText', undefined),
          leaf('clarifyingText', undefined),
          branch(
            'codedValues',
            ...codes.map((text) => {
              const [system, ...rest] = text.split(' ');
              return branch(
                'codedValue',
                leaf('code', rest.join(' ')),
                leaf('codeSystem', system),
                leaf('text', 'meaning'),
              );
            }),
          ),
        ),
      ),
    ),
  );
}
