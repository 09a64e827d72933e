// Value sets of the HL7 v2.5.1 immunization guide release 1.5, CDC (public domain). SNOMED CT and LOINC codes with short names of our own or of the guide.
// #id, name of a table; then its rows: code, label, status (active unless given), replaced by
export const CDC_TABLES = `
#NCIT	Route of administration
C38238	Intradermal
C28161	Intramuscular
C38284	Nasal
C38276	Intravenous
C38288	Oral
C38676	Percutaneous
C38299	Subcutaneous
C38305	Transdermal
#NIP001	Immunization information source
00	New immunization record
01	Historical information - source unspecified
02	Historical information - from other provider
03	Historical information - from parent's written record
04	Historical information - from parent's recall
05	Historical information - from other registry
06	Historical information - from birth certificate
07	Historical information - from school record
08	Historical information - from public agency
#NIP002	Substance refusal reason
00	Parental decision
01	Religious exemption
02	Other
03	Patient decision
#NIP003	Observation identifiers
64994-7	Vaccine funding program eligibility category
30963-3	Vaccine funding source
30956-7	Vaccine Type
38890-0	Component Vaccine Type
30946-8	Vaccination contraindication/precaution effective date
30944-3	Vaccination temporary contraindication/precaution expiration date
30945-0	Vaccination contraindication/precaution
31044-1	Reaction
59784-9	Disease with presumed immunity
75505-8	Serological Evidence of Immunity
59785-6	Indications to immunize
69764-9	Document type
29768-9	Date Vaccine Information Statement Published
29769-7	Date Vaccine Information Statement Presented
30973-2	Dose number in series
30979-9	Vaccines due next
30980-7	Date vaccine due
30981-5	Earliest date to give
30982-3	Reason applied by forecast logic to project this vaccine
59779-9	Immunization Schedule used
59777-3	Latest date next dose may be given
59778-1	Date Dose is Overdue
59780-7	Immunization Series name
59782-3	Number of doses in primary series
59781-5	Dose validity
59783-1	Status in immunization series
46249-9	Vaccination take-response type
46250-7	Vaccination take-response date
48767-8	Annotation comment
#CDCREC-RACE	Race
1002-5	American Indian or Alaska Native
2028-9	Asian
2076-8	Native Hawaiian or Other Pacific Islander
2054-5	Black or African American
2106-3	White
2131-1	Other Race
2034-7	Chinese
2036-2	Filipino
2039-6	Japanese
I	American Indian or Alaska Native	inactive	1002-5
A	Asian or Pacific Islander	inactive
B	Black	inactive	2054-5
W	White	inactive	2106-3
C	Caucasian	inactive	2106-3
O	Other	inactive	2131-1
U	Unknown	inactive
UNK	Unknown	inactive
H	Hispanic	inactive
R	Oriental	inactive	2028-9
2135-2	Hispanic or Latino	inactive
2186-5	Not Hispanic or Latino	inactive
#CDCREC-ETHNICITY	Ethnic group
2135-2	Hispanic or Latino
2186-5	Not Hispanic or Latino
H	Hispanic or Latino	inactive	2135-2
N	Not Hispanic or Latino	inactive	2186-5
NH	Not Hispanic or Latino	inactive	2186-5
U	Unknown	inactive
UNK	Unknown	inactive
#PROFILES	Immunization message profiles
Z22	Send Immunization History
Z23	Return Acknowledgement
Z31	Return Candidate Clients
Z32	Return Immunization History
Z33	Return an acknowledgement with no person records
Z34	Request Immunization History
Z42	Return Evaluated History and Forecast
Z44	Request Evaluated History and Forecast
#FUNDING-SOURCE	Immunization funding source
PHC70	Private funds
VXC50	Public
VXC51	Public VFC
VXC52	Public non-VFC
VXC1	Federal funds	inactive
VXC2	State funds	inactive
VXC3	Tribal funds	inactive
PHC68	Military funds	inactive
OTH	Other	inactive
UNK	Unspecified	inactive
#ELIGIBILITY-METHOD	Eligibility observation method
VXC40	Eligibility captured at the immunization level
VXC41	Eligibility captured at the visit level
#SCHEDULE	Immunization schedule
VXC16	ACIP schedule
#EVIDENCE-OF-IMMUNITY	History of disease as evidence of immunity
409498004	Anthrax
397428000	Diphtheria
76902006	Tetanus
27836007	Pertussis
40468003	Hepatitis A
66071002	Hepatitis B
91428005	Hib
240532009	HPV
6142004	Influenza
52947006	Japanese encephalitis
14189004	Measles
36989005	Mumps
36653000	Rubella
23511006	Meningococcal disease
16814004	Pneumococcal disease
398102009	Polio
14168008	Rabies
18624000	Rotavirus
4834000	Typhoid
111852003	Vaccinia
38907003	Varicella
16541001	Yellow fever
271511000	Hepatitis B	inactive	66071002
24	Diphtheria	inactive	397428000
25	Hib	inactive	91428005
26	Hepatitis B	inactive	66071002
27	Measles	inactive	14189004
28	Mumps	inactive	36989005
29	Pertussis	inactive	27836007
30	Polio	inactive	398102009
31	Rubella	inactive	36653000
32	Tetanus	inactive	76902006
#SEROLOGICAL-EVIDENCE	Serological evidence of immunity
341112003	Mumps
278968001	Rubella
371111005	Measles
371113008	Varicella
271511000	Hepatitis B
278971009	Hepatitis A
#CONTRAINDICATION	Vaccination contraindication
VXC30	Allergy to rodent or neural proteins
VXC17	Allergy to 2-phenoxyethanol
VXC18	Allergy to baker's yeast
91930004	Egg allergy
294847001	Gelatin allergy
294468006	Neomycin allergy
294466005	Streptomycin allergy
VXC19	Allergy to thimerosal
VXC20	Allergy to a previous dose or a component
402306009	Aluminum allergy
300916003	Latex allergy
294530006	Polymyxin B allergy
VXC21	Previous intussusception
VXC22	Encephalopathy within 7 days of DTP or DTaP
VXC23	Fever with moderate to severe illness
VXC24	Acute illness, moderate to severe
27624003	Chronic illness
VXC25	Arthus reaction to tetanus toxoid
VXC26	Unstable neurologic disorder
VXC27	Immunodeficiency
77386006	Pregnancy
302215000	Low platelets
161461006	Previous purpura
794468006	Neomycin allergy	inactive	294468006
#REACTION	Vaccination reaction
39579001	Anaphylaxis
81308009	Encephalopathy
VXC9	Inconsolable crying within 48 hours
VXC10	Collapse or shock-like state within 48 hours
VXC11	Convulsions within 72 hours
VXC12	Fever over 40.5 C within 48 hours
VXC13	Guillain-Barre syndrome within 6 weeks
VXC14	Rash within 14 days
VXC15	Intussusception within 30 days
#SPECIAL-INDICATION	Vaccination special indication
VXC7	Rabies exposure within 10 days
VXC8	Member of special group
`;
