// HL7 v2 tables: HL7 Terminology 7.0.1, 2025-12-11 (CC0), narrowed as by the HL7 v2.5.1 immunization guide release 1.5 and its addendum
// #id, name of a table; then its rows: code, label, status (active unless given), replaced by
export const HL7_TABLES = `
#HL70001	Sex
F	Female
M	Male
U	Unknown
X	Non-binary
O	Other	inactive
A	Ambiguous	inactive
N	Not applicable	inactive
#HL70003	Event type
V04	Unsolicited vaccination record update
Q11	Query by parameter
K11	Response to query by parameter
V01	Query for vaccination record	inactive	Q11
V02	Vaccination record with multiple matches	inactive	K11
V03	Vaccination record response	inactive	K11
A01	Admit	inactive
A03	Discharge	inactive
A04	Register a patient	inactive
A05	Pre-admit a patient	inactive
A08	Update patient information	inactive
A28	Add person information	inactive
A31	Update person information	inactive
A40	Merge patient	inactive
#HL70008	Acknowledgment code
AA	Application accept
AE	Application error
AR	Application reject
CA	Commit accept
CE	Commit error
CR	Commit reject
#HL70061	Check digit scheme
M10	Mod 10 algorithm
M11	Mod 11 algorithm
ISO	ISO 7064: 1983
NPI	Check digit algorithm in the US National Provider Identifier
BCV	Bank Card Validation Number	inactive
#HL70063	Relationship
BRO	Brother
CGV	Care giver
CHD	Child
FCH	Foster child
FTH	Father
GRD	Guardian
GRP	Grandparent
MTH	Mother
OTH	Other
PAR	Parent
SCH	Stepchild
SEL	Self
SIB	Sibling
SIS	Sister
SPO	Spouse
DOM	Life partner	inactive
GCH	Grandchild	inactive
NCH	Natural child	inactive
DEP	Handicapped dependent	inactive
WRD	Ward of court	inactive
EXF	Extended family	inactive
FND	Friend	inactive
OAD	Other adult	inactive
EME	Employee	inactive
EMR	Employer	inactive
ASC	Associate	inactive
EMC	Emergency contact	inactive
OWN	Owner	inactive
TRA	Trainer	inactive
MGR	Manager	inactive
NON	None	inactive
UNK	Unknown	inactive
#HL70064	Financial class: eligibility for vaccine programs
V01	Not VFC eligible
V02	VFC eligible: Medicaid or Medicaid managed care
V03	VFC eligible: uninsured
V04	VFC eligible: American Indian or Alaska Native
V05	VFC eligible: underinsured, at FQHC, RHC or deputized provider
V06	VFC eligible: state-specific
V07	VFC eligible: local-specific
V08	Not VFC eligible: underinsured
V22	CHIP
V23	317
V24	Medicare
V25	State program eligibility
V00	VFC eligibility unknown	inactive
#HL70076	Message type
ACK	General acknowledgment
ADT	ADT message
QBP	Query by Parameter
RSP	Response to Query by parameter
VXU	Unsolicited vaccination record update
VXQ	Query for vaccination record	inactive	QBP
VXX	Vaccination record with multiple matches	inactive	RSP
VXR	Vaccination record response	inactive	RSP
#HL70085	Observation result status
F	Final
C	Corrected	inactive
D	Deleted	inactive
P	Preliminary	inactive
R	Entered, not verified	inactive
U	Now final	inactive
W	Posted in error	inactive
X	Cannot be obtained	inactive
#HL70086	Plan type
5	Private Insurance
2	Medicaid
1	Medicare
81	Self pay
#HL70103	Processing ID
P	Production
T	Training
D	Debugging
N	Non-production testing	inactive
V	Validation	inactive
#HL70104	Version ID
2.5.1	Release 2.5.1
2.0	Release 2.0	inactive
2.0D	Demo 2.0	inactive
2.1	Release 2.1	inactive
2.2	Release 2.2	inactive
2.3	Release 2.3	inactive
2.3.1	Release 2.3.1	inactive
2.3.2	Release 2.3.2	inactive
2.4	Release 2.4	inactive
2.5	Release 2.5	inactive
2.6	Release 2.6	inactive
2.7	Release 2.7	inactive
2.7.1	Release 2.7.1	inactive
2.8	Release 2.8	inactive
2.8.1	Release 2.8.1	inactive
2.8.2	Release 2.8.2	inactive
2.9	Draft 2.9	inactive
#HL70119	Order control
RE	Observations to follow
OK	Order accepted
#HL70125	Value type
CE	Coded element
CQ	Composite Quantity with Units
CWE	Coded with Exceptions
CX	Extended Composite Id with Check digit
DT	Date
DTM	Date/Time
EI	Entity Identifier
ERL	Error Location
FN	Family Name
FT	Formatted text
HD	Hierarchic Designator
ID	Coded Values for HL7 Tables
IS	Coded value for User-Defined Tables
LA2	Location with address variation 2
MSG	Message Type
NM	Numeric
PT	Processing Type
SAD	Street Address
SI	Sequence ID
ST	String
TS	Time Stamp
TX	Text data
VID	Version Identifier
XAD	Extended Address
XCN	Extended Composite ID Number and Name for Persons
XON	Extended Name and Id Number for Organizations
XPN	Extended Person Name
XTN	Extended telephone number
AD	Address	inactive
CF	Coded Element With Formatted Values	inactive
CN	Composite ID And Name	inactive
CK	Composite ID With Check Digit	inactive
CP	Composite Price	inactive
ED	Encapsulated Data	inactive
MO	Money	inactive
PN	Person Name	inactive
RP	Reference Pointer	inactive
SN	Structured Numeric	inactive
TN	Telephone Number	inactive
TM	Time	inactive
#HL70126	Quantity limited request
RD	Records
CH	Characters	inactive
LI	Lines	inactive
PG	Pages	inactive
ZO	Locally defined	inactive
#HL70136	Yes or no
Y	Yes
N	No
#HL70155	Acknowledgment conditions
AL	Always
NE	Never
ER	Error or reject only
SU	Successful completion only
#HL70162	Route of administration
IM	Intramuscular
SC	Subcutaneous
ID	Intradermal
IN	Intranasal
NS	Nasal
PO	Oral
IV	Intravenous
TD	Transdermal
MP	Multiple puncture
OTH	Other
AP	Apply Externally	inactive
B	Buccal	inactive
DT	Dental	inactive
EP	Epidural	inactive
ET	Endotrachial Tube	inactive
GTT	Gastrostomy Tube	inactive
GU	GU Irrigant	inactive
IMR	Immerse	inactive
IA	Intra-arterial	inactive
IB	Intrabursal	inactive
IC	Intracardiac	inactive
ICV	Intracervical	inactive
IH	Inhalation	inactive
IHA	Intrahepatic Artery	inactive
IO	Intraocular	inactive
IP	Intraperitoneal	inactive
IS	Intrasynovial	inactive
IT	Intrathecal	inactive
IU	Intrauterine	inactive
MTH	Mouth/Throat	inactive
MM	Mucous Membrane	inactive
NG	Nasogastric	inactive
NP	Nasal Prongs	inactive
NT	Nasotrachial Tube	inactive
OP	Ophthalmic	inactive
OT	Otic	inactive
PF	Perfusion	inactive
PR	Rectal	inactive
RM	Rebreather Mask	inactive
SD	Soaked Dressing	inactive
SL	Sublingual	inactive
TP	Topical	inactive
TRA	Tracheostomy	inactive
TL	Translingual	inactive
UR	Urethral	inactive
VG	Vaginal	inactive
VM	Ventimask	inactive
WND	Wound	inactive
#HL70163	Administration site
LT	Left Thigh
LA	Left Arm
LD	Left Deltoid
LG	Left Gluteous Medius
LVL	Left Vastus Lateralis
LLFA	Left Lower Forearm
RA	Right Arm
RT	Right Thigh
RVL	Right Vastus Lateralis
RG	Right Gluteous Medius
RD	Right Deltoid
RLFA	Right Lower Forearm
BN	Bilateral Nares
LN	Left Nares
MO	Mouth
RN	Right Nares
LNB	Nebulized	inactive
LV	Left Vastus Lateralis	inactive	LVL
BE	Bilateral Ears	inactive
OU	Bilateral Eyes	inactive
BU	Buttock	inactive
CT	Chest Tube	inactive
LAC	Left Anterior Chest	inactive
LACF	Left Antecubital Fossa	inactive
LE	Left Ear	inactive
LEJ	Left External Jugular	inactive
OS	Left Eye	inactive
LF	Left Foot	inactive
LH	Left Hand	inactive
LIJ	Left Internal Jugular	inactive
LLAQ	Left Lower Abd Quadrant	inactive
LMFA	Left Mid Forearm	inactive
LPC	Left Posterior Chest	inactive
LSC	Left Subclavian	inactive
LUA	Left Upper Arm	inactive	LA
LUAQ	Left Upper Abd Quadrant	inactive
LUFA	Left Upper Forearm	inactive
LVG	Left Ventragluteal	inactive
NB	Nebulized	inactive
PA	Perianal	inactive
PERIN	Perineal	inactive
RAC	Right Anterior Chest	inactive
RACF	Right Antecubital Fossa	inactive
RE	Right Ear	inactive
REJ	Right External Jugular	inactive
OD	Right Eye	inactive
RF	Right Foot	inactive
RH	Right Hand	inactive
RIJ	Right Internal Jugular	inactive
RLAQ	Rt Lower Abd Quadrant	inactive
RMFA	Right Mid Forearm	inactive
RPC	Right Posterior Chest	inactive
RSC	Right Subclavian	inactive
RUA	Right Upper Arm	inactive	RA
RUAQ	Right Upper Abd Quadrant	inactive
RUFA	Right Upper Forearm	inactive
RVG	Right Ventragluteal	inactive
#HL70190	Address type
C	Current or temporary
P	Permanent
M	Mailing
B	Firm/Business
O	Office
H	Home
N	Birth
F	Country of origin
L	Legal address
BDL	Birth delivery location
BR	Residence at birth
RH	Registry home
BA	Bad address
BI	Billing Address	inactive
S	Service Location	inactive
SH	Shipping Address	inactive
TM	Tube Address	inactive
V	Vacation	inactive
#HL70200	Name type
A	Alias name
L	Legal name
D	Display name
M	Maiden name
C	Adopted name
B	Name at birth
P	Name of partner/spouse
U	Unspecified
O	Other	inactive
BAD	Bad Name	inactive
F	Fathers Name	inactive
I	Licensing Name	inactive
K	Business name	inactive
MSK	Masked	inactive
N	Nickname	inactive
NAV	Temporarily Unavailable	inactive
NB	Newborn Name	inactive
NOUSE	No Longer To Be Used	inactive
R	Registered Name	inactive
REL	Religious	inactive
S	Pseudonym	inactive
T	Indigenous/Tribal	inactive
TEMP	Temporary Name	inactive
#HL70201	Telecommunication use
PRN	Primary residence number
ORN	Other residence number
WPN	Work number
VHN	Vacation home number
ASN	Answering service number
EMR	Emergency number
NET	Network
BPN	Beeper number
PRS	Personal	inactive
DSM	Direct Secure Messaging	inactive
#HL70202	Telecommunication equipment type
PH	Telephone
FX	Fax
MD	Modem
CP	Cellular phone
BP	Beeper
Internet	Internet address
X.400	X.400 email address
TDD	Telecommunications Device for the Deaf
TTY	Teletypewriter
SAT	Satellite Phone	inactive
#HL70203	Identifier type
AC	Accreditation/Certification Identifier
ACSN	Accession ID
AIN	Animal Identification Number
AM	American Express
AMA	American Medical Association Number
AN	Account number
ANC	Account number Creditor
AND	Account number debitor
ANON	Anonymous identifier
ANT	Temporary Account Number
APRN	Advanced Practice Registered Nurse number
ASID	Ancestor Specimen ID
BA	Bank Account Number
BC	Bank Card Number
BCFN	Birth Certificate File Number
BCT	Birth Certificate
BR	Birth registry number
BRN	Breed Registry Number
BSNR	Primary physician office number
CAAI	Consumer Application Account Identifier
CC	Cost Center number
CONM	Change of Name Document
CY	County number
CZ	Citizenship Card
DC	Death Certificate ID
DCFN	Death Certificate File Number
DDS	Dentist license number
DEA	Drug Enforcement Administration registration number
DFN	Drug Furnishing or prescriptive authority Number
DI	Diner's Club card
DL	Driver's license number
DN	Doctor number
DO	Osteopathic License number
DP	Diplomatic Passport
DPM	Podiatrist license number
DR	Donor Registration Number
DS	Discover Card
DSG	Diagnostic Study Group
EI	Employee number
EN	Employer number
ESN	Staff Enterprise Number
ETIN	Electronic Transmitter Identification Number
FDR	Fetal Death Report ID
FDRFN	Fetal Death Report File Number
FGN	Filler Group Number
FI	Facility ID
FILL	Filler Identifier
GI	Guarantor internal identifier
GIN	Animal Group Identifier
GKV	Insured's ID with Public Insurance
GL	General ledger number
GN	Guarantor external identifier
HC	Health Card Number
IND	Indigenous/Aboriginal
JHN	Jurisdictional health number
KZVA	Dentist Office Number
LACSN	Laboratory Accession ID
LANR	Lifelong physician number
LI	Labor and industries number
LN	License number
LR	Local Registry ID
MA	Patient Medicaid number
MB	Member Number
MC	Patient's Medicare number
MCD	Practitioner Medicaid number
MCN	Microchip Number
MCR	Practitioner Medicare number
MCT	Marriage Certificate
MD	Medical License number
MI	Military ID number
MR	Medical record number
MRT	Temporary Medical Record Number
MS	MasterCard
NBSNR	Secondary physician office number
NCT	Naturalization Certificate
NE	National employer identifier
NH	National Health Plan Identifier
NI	National unique individual identifier
NII	National Insurance Organization Identifier
NIIH	National Insurance Headquarters Organization Identifier
NIIP	National Insurance Payor Identifier
NNxxx	National person identifier, xxx being the country
NP	Nurse practitioner number
NPI	National provider identifier
OBI	Observation Instance Identifier
OD	Optometrist license number
PA	Physician Assistant number
PAYERID	Payer Identifier
PC	Parole Card
PCN	Penitentiary/correctional institution Number
PE	Living Subject Enterprise Number
PEN	Pension Number
PGN	Placer Group Number
PHC	Public Health Case Identifier
PHE	Public Health Event Identifier
PHO	Public Health Official ID
PI	Patient internal identifier
PIN	Premises Identifier Number
PKV	Insured's ID with Private Insurance
PLAC	Placer Identifier
PN	Person number
PNT	Temporary Living Subject Number
PPIN	Medicare/CMS Performing Provider Identification Number
PPN	Passport number
PRC	Permanent Resident Card Number
PRN	Provider number
PT	Patient external identifier
QA	QA number
RI	Resource identifier
RN	Registered Nurse Number
RPH	Pharmacist license number
RR	Railroad Retirement number
RRI	Regional registry ID
RRP	Railroad Retirement Provider
SAMN	SAMN# accession Number
SB	Social Beneficiary Identifier
SID	Specimen ID
SL	State license
SN	Subscriber Number
SNBSN	State assigned NDBS card Identifier
SNO	Serial Number
SP	Study Permit
SR	State registry ID
SRX	SRA Accession number
SS	Social Security number
STN	Shipment Tracking Number
TAX	Tax ID number
TN	Treaty number
TPR	Temporary Permanent Resident
TRL	Training License Number
U	Unspecified identifier
UDI	Universal Device Identifier
UCID	Unique Claim Identifier
UMB	Unique Product-independent Payer Person Identifier
UPIN	Unique physician identification number
USID	Unique Specimen ID
VN	Visit number
VP	Visitor Permit
VS	VISA
WC	WIC identifier
WCN	Workers' Comp Number
WP	Work Permit
XV	Health Plan Identifier
XX	Organization identifier
ZANR	Dentist Identifier
NNUSA	National person identifier of the United States
L&I	Labor and industries number	inactive	LI
#HL70208	Query response status
OK	Data found
NF	No data found
AE	Application error
AR	Application reject
TM	Too many candidates found
PD	Protected data	inactive
#HL70215	Publicity code
01	No reminder/recall
02	Reminder/recall - any method
03	Reminder/recall - no calls
04	Reminder only - any method
05	Reminder only - no calls
06	Recall only - any method
07	Recall only - no calls
08	Reminder/recall - to provider
09	Reminder to provider
10	Only reminder to provider, no recall
11	Recall to provider
12	Only recall to provider, no reminder
F	Family only	inactive
N	No Publicity	inactive
O	Other	inactive
U	Unknown	inactive
#HL70301	Universal ID type
ISO	ISO object identifier
CAP	College of American Pathologist Accreditation Number	inactive
CLIA	Clinical Laboratory Improvement Amendments	inactive
CLIP	Clinical laboratory Improvement Program	inactive
DNS	Domain Name System	inactive
EUI64	IEEE 64-bit Extended Unique Identifier	inactive
GUID	globally unique identifier	inactive
HCD	CEN Healthcare Coding Identifier	inactive
HL7	HL7 registration schemes	inactive
L	Local	inactive
M	Local	inactive
N	Local	inactive
NPI	US National Provider Identifier	inactive
Random	Random	inactive
URI	Uniform Resource Identifier	inactive
UUID	Universal Unique Identifier	inactive
x400	X.400 MHS identifier	inactive
x500	X500 directory Name	inactive
#HL70322	Completion status
CP	Complete
RE	Refused
NA	Not Administered
PA	Partially Administered
#HL70323	Action code
A	Add
D	Delete
U	Update
X	No change	inactive
#HL70354	Message structure
VXU_V04	VXU
QBP_Q11	QBP
RSP_K11	RSP
ACK	ACK
VXQ_V01	VXQ	inactive	QBP_Q11
VXX_V02	VXX	inactive	RSP_K11
VXR_V03	VXR	inactive	RSP_K11
ADT_A01	ADT	inactive
ADT_A05	ADT	inactive
#HL70357	Message error condition
0	Message accepted
100	Segment sequence error
101	Required field missing
102	Data type error
103	Table value not found
200	Unsupported message type
201	Unsupported event code
202	Unsupported processing ID
203	Unsupported version ID
204	Unknown key identifier
205	Duplicate key identifier
206	Application record locked
207	Application internal error
999	Application error
#HL70396	Coding system
99zzz	Local general code, z being alphanumeric
L	Local general code
ACR	American College of Radiology finding codes
ACTCODE	Table of HL7 Version 3 ActCode values
ACTRELSS	Act relationship subset
ALPHAID2006	German Alpha-ID v2006
ALPHAID2007	German Alpha-ID v2007
ALPHAID2008	German Alpha-ID v2008
ALPHAID2009	German Alpha-ID v2009
AMTv2	Australian Medicines Terminology
ANS+	HL7 set of units of measure
ART	WHO Adverse Reaction Terms
AS4	ASTM E1238/ E1467 Universal
AS4E	AS4 Neurophysiology Codes
ATC	American Type Culture Collection
C4	CPT-4
CAPECC	College of American Pathologists Electronic Cancer Checklist
CAS	Chemical abstract codes
CCC	Clinical Care Classification system
CD2	CDT-2 Codes
CDCA	CDC Analyte Codes
CDCEDACUITY	CDC Emergency Department Acuity
CDCM	CDC Methods/Instruments Codes
CDCNHSN	CDC National Healthcare Safety Network Codes
CDCOBS	CDC BioSense RT observations
CDCPHINVS	CDC PHIN Vocabulary Coding System
CDCREC	Race & Ethnicity - CDC
CDS	CDC Surveillance
CLP	CLIP
CPTM	CPT Modifier Code
CST	COSTART
CVX	CDC Vaccine Codes
DCM	DICOM Controlled Terminology
E	EUCLIDES
E5	Euclides quantity codes
E6	Euclides Lab method codes
E7	Euclides Lab equipment codes
EDLEVEL	Education Level
ENTITYCODE	Entity Code
ENTITYHDLG	Entity Handling Code
ENZC	Enzyme Codes
EPASRS	EPA SRS
FDAUNII	Unique Ingredient Identifier
FDDC	First DataBank Drug Codes
FDDX	First DataBank Diagnostic Codes
FDK	FDA K10
FIPS5_2	FIPS 5-2 state codes
FIPS6_4	FIPS 6-4 county codes
GDRG2006	G-DRG German DRG Codes v 2006
GDRG2007	G-DRG German DRG Codes v2007
GDRG2008	G-DRG German DRG Codes v2008
GDRG2009	G-DRG German DRG Codes v2008
GMDC2006	German Major v2006 Diagnostic Codes
GMDC2007	German Major Diagnostic Codes v2007
GMDC2008	German Major Diagnostic Codes v2008
HB	HIBCC
HCPCS	CMS Common Procedure Coding System
HCPT	Health Care Provider Taxonomy
HHC	Home Health Care
HI	Health Outcomes
HOT	Japanese Nationwide Medicine Code
HPC	CMS procedure codes
HSLOC	Healthcare Service Location
I10	ICD-10
I10C	International Classification of Diseases, 10th Revision, Clinical Modification
I10G2006	ICD 10 Germany 2006
I10P	International Classification of Diseases, 10th Revision, Procedure Coding System
I9	ICD9
I9C	International Classification of Diseases, 9th Revision, Clinical Modification
I9CDX	ICD-9CM Diagnosis codes
I9CP	ICD-9CM Procedure codes
IBT0001	ISBT 128 Standard transfusion/transplantation data items
IC2	ICHPPC-2
ICD10AM	ICD-10 Australian modification
ICD10CA	ICD-10 Canada
ICD10GM2007	ICD 10 Germany v2007
ICD10GM2008	ICD 10 Germany v2008
ICD10GM2009	ICD 10 Germany v2009
ICDO	International Classification of Diseases for Oncology
ICDO2	International Classification of Disease for Oncology Second Edition
ICDO3	International Classification of Disease for Oncology Third Edition
ICF	International Classification of Functioning, Disability and Health
ICS	ICCS
ICSD	International Classification of Sleep Disorders
IHELAW	IHE Laboratory Analytical Workflow
ISO+	ISO 2955.83 units with HL7 extensions
ISO3166_1	ISO 3166-1 Country Codes
ISO3166_2	ISO 3166-2 Country subdivisions
ISO4217	ISO4217 Currency Codes
ISO639	ISO 639 Language
ITIS	Integrated Taxonomic Information System
IUPC	IUPAC/IFCC Component Codes
IUPP	IUPAC/IFCC Property Codes
JC10	JLAC/JSLM, nationwide laboratory code
JC8	Japanese Chemistry
JJ1017	Japanese Image Examination Cache
LANGUAL	LanguaL
LB	Local billing code
LN	Logical Observation Identifier Names and Codes
MCD	Medicaid
MCR	Medicare
MDC	Medical Device Communication
MDDX	Medispan Diagnostic Codes
MEDC	Medical Economics Drug Codes
MEDIATYPE	MIME Media Type IANA
MEDR	Medical Dictionary for Drug Regulatory Affairs
MEDX	Medical Economics Diagnostic Codes
MGPI	Medispan GPI
MVX	CDC Vaccine Manufacturer Codes
NAICS	Industry
NCPDPnnnnsss	NCPDP code list for data element nnnn
NDA	NANDA
NDC	National drug codes
NDFRT	NDF-RT
NIC	Nursing Interventions Classification
NIP001	Source of Information
NIP002	Substance refusal reason
NIP004	Vaccination - Contraindications, Precautions, and Immunities
NIP007	Vaccinated at location
NIP008	Vaccine purchased with
NIP009	Reported adverse event previously
NIP010	VAERS Report type
NND	Notifiable Event
NPI	National Provider Identifier
NUBC	National Uniform Billing Committee Code
NULLFL	Flavors of NULL
O3012006	Ops Germany 2006
OBSMETHOD	Observation Method Code
OHA	Omaha System
OPS2007	OPS Germany v2007
OPS2008	OPS Germany v2008
OPS2009	OPS Germany v2008
PHDSCSOPT	Source of Payment Typology
PHINQUESTION	CDC Public Health Information Network
PLR	CDC PHLIP lab result codes
PLT	CDC PHLIP lab test codes
POS	POS Codes
PRTCPTNMODE	Paticipation Mode Code
RC	Read Classification
ROLECLASS	Used initially for contact roles
ROLECODE	Participation Mode
RSPMODE	Response mode
RXNORM	RxNorm
SCT	SNOMED Clinical Terms
SCT2	SNOMED Clinical Terms alphanumeric codes
SDM	SNOMED- DICOM Microglossary
SIC	Industry
SNM	Systemized Nomenclature of Medicine
SNM3	SNOMED International
SNT	SNOMED topology codes
SOC	Occupation
UB04FL14	Priority
UB04FL15	Point of Origin
UB04FL17	Patient Discharge Status
UB04FL31	Occurrence Code
UB04FL35	Occurrence Span
UB04FL39	Value Code
UC	UCDS
UCUM	UCUM code set for units of measure
UMD	MDNS
UML	Unified Medical Language
UPC	Universal Product Code
UPIN	UPIN
USGSGNIS	U.S. Board on Geographic Names
USPS	United States Postal Service
VIS	VIS document codes
W1	WHO record # drug codes
W2	WHO record # drug codes
W4	WHO record # code with ASTM extension
WC	WHO ATC
X12DEnnnn	ASC X12 Code List nnnn
NCIT	NCI Thesaurus
cdcgs1vis	VIS Bar Codes
C5	CPT-5
CDCODH	Occupational Data for Health
HL7nnnn	HL7 table, n being its number
ISO	ISO 2955.83
HL70001	HL7 table 0001
HL70003	HL7 table 0003
HL70004	HL7 table 0004
HL70008	HL7 table 0008
HL70061	HL7 table 0061
HL70063	HL7 table 0063
HL70064	HL7 table 0064
HL70072	HL7 table 0072
HL70076	HL7 table 0076
HL70078	HL7 table 0078
HL70085	HL7 table 0085
HL70086	HL7 table 0086
HL70091	HL7 table 0091
HL70103	HL7 table 0103
HL70104	HL7 table 0104
HL70119	HL7 table 0119
HL70125	HL7 table 0125
HL70126	HL7 table 0126
HL70136	HL7 table 0136
HL70155	HL7 table 0155
HL70162	HL7 table 0162
HL70163	HL7 table 0163
HL70190	HL7 table 0190
HL70200	HL7 table 0200
HL70201	HL7 table 0201
HL70202	HL7 table 0202
HL70203	HL7 table 0203
HL70207	HL7 table 0207
HL70208	HL7 table 0208
HL70215	HL7 table 0215
HL70227	HL7 table 0227
HL70289	HL7 table 0289
HL70292	HL7 table 0292
HL70296	HL7 table 0296
HL70301	HL7 table 0301
HL70322	HL7 table 0322
HL70323	HL7 table 0323
HL70353	HL7 table 0353
HL70354	HL7 table 0354
HL70357	HL7 table 0357
HL70360	HL7 table 0360
HL70361	HL7 table 0361
HL70362	HL7 table 0362
HL70363	HL7 table 0363
HL70396	HL7 table 0396
HL70399	HL7 table 0399
HL70441	HL7 table 0441
HL70471	HL7 table 0471
HL70516	HL7 table 0516
HL70533	HL7 table 0533
NIP003	Observation identifiers
HL70005	HL7 table 0005	inactive	CDCREC
HL70189	HL7 table 0189	inactive	CDCREC
CPT	CPT	inactive	C4
#HL70441	Immunization registry status
A	Active
I	Inactive, unspecified
L	Inactive, lost to follow-up
M	Inactive, moved or gone elsewhere
P	Inactive, permanently
U	Unknown
O	Other	inactive
#HL70471	Query name
Z34	Request Immunization History
Z44	Request Evaluated History and Forecast
#HL70516	Error severity
I	Information
W	Warning
E	Error
F	Fatal error	inactive
#HL70533	Application error code
1	Illogical date error
2	Invalid date
3	Illogical value error
4	Invalid value
5	Table value not found
6	Required observation missing
7	Required data missing
8	Data was ignored
`;
