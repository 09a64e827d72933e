// CDC, MVX table (public domain), 2025-12-09. Successors: after its notes.
// mvx, name, status, updated, replaced by
export const MVX = `
AB	Abbott Laboratories	inactive	2017-11-16
ACA	Acambis, Inc	inactive	2010-05-28	PMC
AD	Adams Laboratories, Inc.	inactive	2017-11-16
AKR	Akorn, Inc	inactive	2017-04-19
ALP	Alpha Therapeutic Corporation	inactive	2017-11-16
AR	Armour	inactive	2010-05-28	CSL
ASZ	AstraZeneca	active	2022-11-01
AVB	Aventis Behring L.L.C.	inactive	2010-05-28	CSL
AVI	Aviron	inactive	2010-05-28	MED
BA	Baxter Healthcare Corporation-inactive	inactive	2010-05-28	BAH
BAH	Baxter Healthcare Corporation	inactive	2017-11-16
BAY	Bayer Corporation	inactive	2010-05-28
BBI	Bharat Biotech International Limited	active	2021-11-09
BN	Bavarian Nordic A/S	active	2020-07-17
BP	Berna Products	inactive	2010-05-28	BPC
BPC	Berna Products Corporation	inactive	2017-11-16
BRR	Barr Laboratories	inactive	2017-11-16	TVA
BTP	Biotest Pharmaceuticals Corporation	active	2010-05-28
CAN	CanSino Biologics, Inc	active	2022-11-01
CEN	Centeon L.L.C.	inactive	2010-05-28
CHI	Chiron Corporation	inactive	2010-05-28	NOV
CMP	Celltech Medeva Pharmaceuticals	inactive	2010-05-28	NOV
CNJ	Cangene Corporation	inactive	2014-04-29	MIP
CON	Connaught	inactive	2010-05-28	PMC
CRU	Crucell	inactive	2017-11-16	JSN
CSL	bioCSL	inactive	2016-09-26	SEQ
DSI	Dispensing Solutions	inactive	2018-05-10
DVC	DynPort Vaccine Company, LLC	active	2010-05-28
DVX	Dynavax, Inc.	active	2017-10-27
DYN	Dynaport	inactive	2017-11-16	DVC
EVN	Evans Medical Limited	inactive	2010-05-28	NOV
GEO	GeoVax Labs, Inc.	active	2010-05-28
GRE	Greer Laboratories, Inc.	inactive	2017-11-16
GRF	Grifols	active	2013-09-05
IAG	Immuno International AG	inactive	2010-05-28	BAH
IDB	ID Biomedical	active	2017-11-16
IM	Merieux	inactive	2010-05-28	PMC
INT	Intercell Biomedical	inactive	2016-07-19	VAL
IUS	Immuno-U.S., Inc.	inactive	2017-11-16
JNJ	Johnson and Johnson	active	2020-10-08
JPN	The Research Foundation for Microbial Diseases of Osaka University (BIKEN)	inactive	2017-11-16
JSN	Janssen	active	2022-11-01
KED	Kedrion Biopharma	active	2014-04-29
KGC	Korea Green Cross Corporation	active	2010-05-28
LED	Lederle	inactive	2010-05-28	PFR
MA	Massachusetts Public Health Biologic Laboratories	inactive	2010-05-28	MBL
MBL	Massachusetts Biologic Laboratories	active	2010-05-28
MCM	MCM Vaccine Company	inactive	2017-11-16
MDO	Medicago, Inc	active	2022-04-13
MED	MedImmune, Inc. (AstraZeneca)	active	2019-05-15
MIL	Miles	inactive	2010-05-28
MIP	Emergent BioSolutions	active	2023-11-01
MOD	Moderna US, Inc.	active	2022-11-01
MSD	Merck and Co., Inc.	active	2012-10-18
MSP	MSP Vaccine Company - (partnership Merck and Sanofi Pasteur)	active	2021-07-27
NAB	NABI	active	2010-05-28
NAV	North American Vaccine, Inc.	inactive	2010-05-28	BAH
NOV	Novartis Pharmaceutical Corporation	inactive	2016-04-13
NVX	Novavax, Inc.	active	2020-10-08
NYB	New York Blood Center	inactive	2017-11-16
ORT	Ortho-clinical Diagnostics	inactive	2017-11-16
OTC	Organon Teknika Corporation	inactive	2021-07-21	MSD
OTH	Other manufacturer	active	2010-05-28
PAX	Emergent Travel Health, Inc (Formerly PaxVax)	active	2021-08-03
PD	Parkedale Pharmaceuticals	inactive	2010-05-28
PFR	Pfizer, Inc	active	2020-10-30
PMC	Sanofi Pasteur	active	2019-05-02
PRX	Praxis Biologics	inactive	2010-05-28	PFR
PSC	Protein Sciences	active	2022-10-18
PWJ	PowderJect Pharmaceuticals	inactive	2010-05-28	NOV
REB	Rebel Distributors	inactive	2018-05-10
SCL	Sclavo, Inc.	inactive	2017-11-16
SEQ	Seqirus	active	2016-04-13
SI	Swiss Serum and Vaccine Inst.	inactive	2010-05-28	BPC
SKB	GlaxoSmithKline	active	2010-05-28
SNV	Sinovac	active	2021-07-12
SOL	Solvay Pharmaceuticals	inactive	2010-05-28	AB
SPH	Sinopharm-Biotech	active	2021-07-15
TAL	Talecris Biotherapeutics	inactive	2017-11-16
TVA	TEVA Pharmaceuticals USA	active	2019-07-23
UNK	Unknown manufacturer	active	2010-05-28
USA	United States Army Medical Research and Material Command	inactive	2017-11-16
VAL	Valneva	active	2016-07-19
VBI	VBI Vaccines, Inc	inactive	2024-12-06
VET	Vetter Pharma Fertigung GmbH & Co. KG	inactive	2018-05-10
VXG	VaxGen	inactive	2010-05-28	MIP
WA	Wyeth-Ayerst	inactive	2010-05-28	PFR
WAL	Wyeth	active	2010-05-28
ZLB	ZLB Behring	inactive	2010-05-28	CSL
`;
