// CDC, product name table (public domain), 2025-12-09
// name, cvx, mvx, status, updated
export const TRADE_NAMES = `
ABRYSVO	305	PFR	active	2023-07-12
ACAM2000	75	MIP	active	2022-06-10
ACAM2000	75	ACA	inactive	2010-05-28
ACEL-IMUNE	20		inactive	2010-09-01
ACTHIB	48	PMC	active	2010-05-28
ADACEL	115	PMC	active	2010-05-28
Adenovirus types 4 and 7	143	BRR	inactive	2019-07-30
Adenovirus types 4 and 7	143	TVA	active	2019-07-23
Afluria	141	SEQ	inactive	2024-04-25
AFLURIA	141	CSL	inactive	2016-09-26
Afluria quadrivalent, preservative free	150	SEQ	active	2024-05-14
Afluria quadrivalent, preservative free, pediatric	161	SEQ	active	2024-05-14
Afluria quadrivalent, with preservative	158	SEQ	active	2024-05-14
Afluria trivalent, preservative free	140	SEQ	active	2024-05-14
Afluria trivalent, with preservative	141	SEQ	active	2024-05-14
Afluria, preservative free	140	SEQ	inactive	2022-12-15
Afluria, preservative free	140	CSL	inactive	2022-12-15
AGRIFLU	140	NOV	inactive	2017-11-15
Arexvy	303	SKB	active	2023-07-12
AS03 adjuvant	801	SKB	inactive	2015-09-11
AstraZeneca COVID-19 Vaccine (Non-US tradenames include VAXZEVRIA, COVISHIELD)	210	ASZ	inactive	2025-09-09
ATTENUVAX	05	MSD	inactive	2015-04-28
Bexsero	163	SKB	active	2016-03-22
Bexsero	163	NOV	active	2015-02-02
BEYFORTUS	307	PMC	active	2023-07-21
BEYFORTUS	306	PMC	active	2023-07-21
BIAVAX II	38		inactive	2010-09-01
BIOTHRAX	24	MIP	active	2013-08-09
BOOSTRIX	115	SKB	active	2010-05-28
CAPVAXIVE	327	MSD	active	2024-07-11
CERTIVA	20		inactive	2010-09-01
CERVARIX	118	SKB	inactive	2016-11-22
COMIRNATY	208	PFR	active	2023-09-06
COMIRNATY	217	PFR	active	2023-09-06
COMIRNATY	309	PFR	active	2023-09-06
COMIRNATY	310	PFR	active	2023-09-06
COMVAX	51	MSD	inactive	2016-03-11
CONVIDECIA (CanSino Biologics) COVID-19 Vaccine	506	CAN	active	2022-11-01
Coronavac (Sinovac) COVID-19 Vaccine	511	SNV	active	2021-07-13
COVAXIN (Bharat) COVID-19 Vaccine	502	BBI	active	2022-11-01
Covifenz	512	MDO	active	2022-04-11
CYFENDUS	318	MIP	active	2023-11-02
DAPTACEL	106	PMC	active	2010-05-28
DECAVAC	113	PMC	inactive	2017-10-27
DENGVAXIA	56	PMC	active	2019-09-04
DRYVAX	75		inactive	2010-09-01
DT(GENERIC)	28	PMC	inactive	2024-12-06
ENFLONSIA	332	MSD	active	2025-07-02
ENGERIX B-PEDS	08	SKB	active	2013-08-09
ENGERIX-B-ADULT	43	SKB	active	2010-05-28
ENGERIX-B-ADULT	44	SKB	active	2010-05-28
ERVEBO (Ebola Zaire Vaccine, Live)	204	MSD	active	2023-01-12
Fluad	168	NOV	inactive	2024-05-02
Fluad	168	SEQ	inactive	2024-05-02
FLUAD Quadrivalent	205	SEQ	active	2020-07-20
Fluad trivalent, preservative free	168	SEQ	active	2024-05-14
FLUARIX	140	SKB	inactive	2024-05-13
Fluarix quadrivalent, preservative free	150	SKB	active	2024-05-14
Fluarix trivalent, preservative free	140	SKB	active	2024-05-14
Flublok	155	PSC	inactive	2024-05-01
Flublok quadrivalent	185	PSC	inactive	2019-05-02
Flublok quadrivalent, preservative free	185	PMC	active	2024-05-14
Flublok trivalent, preservative free	155	PMC	active	2024-05-14
Flucelvax	153	NOV	inactive	2024-05-01
Flucelvax quadrivalent, preservative free	171	SEQ	active	2024-05-14
Flucelvax quadrivalent, with preservative	186	SEQ	active	2024-05-14
Flucelvax trivalent, preservative free	153	SEQ	active	2024-05-14
Flucelvax trivalent, with preservative	320	SEQ	active	2024-05-14
FLULAVAL	141	IDB	inactive	2024-04-25
Flulaval quadrivalent	158	IDB	inactive	2025-07-01
Flulaval quadrivalent, preservative free	150	IDB	active	2024-05-14
Flulaval trivalent, preservative free	140	IDB	active	2024-05-14
Flulaval, preservative free	140	IDB	inactive	2022-12-15
FLUMIST	111	MED	inactive	2015-10-23
Flumist quadrivalent	149	MED	active	2012-08-07
FluMist trivalent	111	MED	active	2024-05-14
FluMist trivalent (self/caregiver administered)	333	MED	active	2025-07-21
Fluvirin	141	SEQ	inactive	2024-04-25
FLUVIRIN	141	NOV	inactive	2024-04-25
Fluvirin preservative free	140	SEQ	inactive	2022-12-15
FLUVIRIN-PRESERVATIVE FREE	140	NOV	inactive	2022-12-15
FLUZONE	141	PMC	inactive	2024-04-25
FLUZONE High-Dose Quadrivalent Southern Hemisphere	231	PMC	active	2023-03-14
Fluzone High-Dose quadrivalent, preservative free	197	PMC	active	2024-05-14
Fluzone High-Dose trivalent, preservative free	135	PMC	active	2024-05-14
Fluzone Quad Intradermal	166	PMC	inactive	2022-12-15
FLUZONE Quadrivalent Southern Hemisphere	201	PMC	active	2020-03-12
FLUZONE Quadrivalent Southern Hemisphere	202	PMC	active	2020-03-12
FLUZONE Quadrivalent Southern Hemisphere, Pediatric	200	PMC	active	2020-04-21
Fluzone Quadrivalent, pediatric	161	PMC	active	2014-07-23
FLUZONE Trivalent Southern Hemisphere	331	PMC	active	2025-04-22
Fluzone trivalent, preservative free	140	PMC	active	2024-05-17
Fluzone trivalent, with preservative	141	PMC	active	2024-05-14
Fluzone, intradermal	144	PMC	inactive	2022-12-15
Fluzone, Quadrivalent	158	PMC	active	2013-08-08
Fluzone, quadrivalent, preservative free	150	PMC	active	2014-10-21
FLUZONE-HIGH DOSE	135	PMC	inactive	2024-05-01
FLUZONE-PRESERVATIVE FREE	140	PMC	inactive	2022-12-15
GARDASIL	62	MSD	inactive	2010-05-28
Gardasil 9	165	MSD	active	2014-12-11
HAVRIX-ADULT	52	SKB	active	2010-05-28
HAVRIX-PEDS	83	SKB	active	2013-08-09
HEPLISAV-B	189	DVX	active	2017-10-27
HIBERIX	48	SKB	active	2010-05-28
HIBTITER	47		inactive	2010-08-18
Imovax	18	PMC	inactive	2016-12-12
IMOVAX	175	PMC	active	2016-10-19
IMOVAX ID	40	PMC	inactive	2016-11-22
INFANRIX	20	SKB	active	2010-05-28
Influenza A (H5N1) -2013	160	IDB	active	2014-01-16
Influenza A monovalent (H5N1), ADJUVANTED-2013	160	SKB	inactive	2015-08-27
IPOL	10	PMC	active	2010-05-28
IXCHIQ	317	VAL	active	2023-12-14
Ixiaro	134	VAL	active	2016-07-19
IXIARO	134	INT	inactive	2016-07-19
IXIARO	134	VET	active	2017-12-04
Janssen (J&J) COVID-19 Vaccine	212	JSN	inactive	2025-09-09
JE-VAX	39	JPN	inactive	2015-04-29
JYNNEOS	206	BN	active	2022-05-20
KINRIX	130	SKB	active	2010-05-28
MENACTRA	114	PMC	inactive	2024-06-05
MENHIBRIX	148	SKB	inactive	2017-11-15
MENOMUNE	32	PMC	inactive	2017-10-27
MenQuadfi	203	PMC	active	2020-05-27
Menveo	136	SKB	active	2016-03-22
MENVEO	136	NOV	active	2016-03-22
MERUVAX II	06	MSD	inactive	2015-04-28
M-M-R II	03	MSD	active	2010-05-28
mNEXSPIKE	334	MOD	active	2025-08-28
Moderna COVID-19 Bivalent, Original + BA.1 (Non-US Tradename Spikevax Bivalent)	519	MOD	inactive	2025-09-09
Moderna COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename Spikevax Bivalent)	229	MOD	inactive	2025-09-09
Moderna COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename Spikevax Bivalent)	230	MOD	inactive	2025-09-09
Moderna COVID-19 Vaccine (non-US Spikevax)	228	MOD	inactive	2025-09-09
Moderna COVID-19 Vaccine (non-US Spikevax)	221	MOD	inactive	2025-09-09
Moderna COVID-19 Vaccine (non-US Spikevax)	207	MOD	inactive	2025-09-09
Moderna COVID-19 Vaccine (non-US Spikevax)	227	MOD	inactive	2025-09-09
Moderna COVID-19 Vaccine (US only)	311	MOD	inactive	2025-09-09
mRESVIA	326	MOD	active	2024-06-06
MUMPSVAX	07		inactive	2010-09-01
MYCOBAX	19		inactive	2015-12-11
Novavax COVID-19 Vaccine (Non-US Tradenames NUVAXOVID, COVOVAX)	211	NVX	inactive	2025-09-09
Novavax COVID-19 Vaccine, Adjuvanted (US Only)	313	NVX	inactive	2025-09-09
Novel influenza-H1N1-09	127	CSL	inactive	2015-08-27
Novel influenza-H1N1-09	127	NOV	inactive	2015-08-27
Novel influenza-H1N1-09	127	PMC	inactive	2015-08-27
Novel Influenza-H1N1-09, nasal	125	MED	inactive	2015-08-27
Novel influenza-H1N1-09, preservative-free	126	CSL	inactive	2015-08-27
Novel influenza-H1N1-09, preservative-free	126	NOV	inactive	2015-08-27
Novel influenza-H1N1-09, preservative-free	126	PMC	inactive	2015-08-27
NUVAXOVID	313	NVX	active	2025-08-28
OMNIHIB	48		inactive	2010-09-01
ORIMUNE	02		inactive	2010-09-01
PEDIARIX	110	SKB	active	2010-05-28
PEDVAXHIB	49	MSD	active	2010-05-28
PENBRAYA	316	PFR	active	2023-11-02
PENMENVY	328	SKB	active	2025-03-18
PENTACEL	120	PMC	active	2010-05-28
Pfizer COVID-19 Bivalent, Original + BA.1 (Non-US Tradename COMIRNATY Bivalent)	520	PFR	active	2022-11-17
Pfizer-BioNTech COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename COMIRNATY Bivalent)	300	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename COMIRNATY Bivalent)	302	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename COMIRNATY Bivalent)	301	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (EUA labeled) COMIRNATY (BLA labeled)	218	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (EUA labeled) COMIRNATY (BLA labeled)	217	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (EUA labeled) COMIRNATY (BLA labeled)	208	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (EUA labeled) COMIRNATY (BLA labeled)	219	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (US Only)	308	PFR	inactive	2025-09-09
Pfizer-BioNTech COVID-19 Vaccine (US Only)	310	PFR	inactive	2025-09-09
PNEUMOVAX 23	33	MSD	active	2010-05-28
PREHEVBRIO Hepatitis B Vaccine (Recombinant)	220	VBI	inactive	2024-12-10
PREVNAR 13	133	PFR	active	2010-05-28
PREVNAR 13	133	WAL	inactive	2010-05-28
PREVNAR 20	216	PFR	active	2021-08-18
PREVNAR 7	100	WAL	inactive	2015-09-24
Priorix	03	SKB	active	2022-06-15
PROHIBIT	46		inactive	2010-09-01
PROQUAD	94	MSD	active	2010-05-28
Quadracel	130	PMC	active	2015-03-26
RABAVERT	176	BN	active	2024-07-25
RABAVERT	176	SKB	inactive	2024-07-25
RABAVERT	176	NOV	inactive	2016-10-19
RabAvert	18	CHI	inactive	2016-03-22
RECOMBIVAX-ADULT	43	MSD	active	2010-05-28
RECOMBIVAX-DIALYSIS	44	MSD	active	2013-08-09
RECOMBIVAX-PEDS	08	MSD	active	2013-08-09
ROTARIX	119	SKB	active	2010-05-28
ROTATEQ	116	MSD	active	2010-05-28
Sanofi COVID-19	225	PMC	inactive	2025-09-09
Sanofi COVID-19	226	PMC	inactive	2025-09-09
SHINGRIX	187	SKB	active	2017-10-27
Sinopharm (BIBP) COVID-19 Vaccine	510	SPH	active	2021-07-13
SPIKEVAX	312	MOD	active	2023-09-06
SPIKEVAX	311	MOD	active	2023-09-06
SPIKEVAX	207	MOD	active	2023-09-06
Stamaril	183	PMC	active	2017-03-02
Td, adsorbed	09	GRF	inactive	2019-05-21
Td, adsorbed	09	MBL	inactive	2019-05-21
TDVAX	09	MBL	active	2019-05-21
Tenivac	113	PMC	active	2013-08-09
TETANUS TOXOID (GENERIC)	35	PMC	inactive	2010-05-28
TETRAMUNE	22		inactive	2010-09-01
TICE BCG	19	MSD	active	2021-07-26
TICOVAC	223	PFR	active	2021-11-04
TICOVAC	224	PFR	active	2021-11-04
TRIHIBIT	50	PMC	inactive	2017-03-21
TRIPEDIA	20	PMC	inactive	2017-11-15
Trumenba	162	PFR	active	2014-11-03
TWINRIX	104	SKB	active	2010-05-28
TYPHIM VI	101	PMC	active	2010-05-28
TYPHOID-AKD	53		inactive	2013-08-09
VAQTA-ADULT	52	MSD	active	2010-05-28
VAQTA-PEDS	83	MSD	active	2013-08-09
VARIVAX	21	MSD	active	2010-05-28
VAXCHORA	174	PAX	inactive	2024-06-12
Vaxchora	174	BN	active	2024-06-12
VAXELIS	146	MSP	active	2021-07-21
VAXNEUVANCE	215	MSD	active	2021-08-18
VIMKUNYA	329	BN	active	2025-03-18
Vivotif	25	PAX	inactive	2024-07-12
VIVOTIF BERNA	25	CRU	inactive	2016-05-02
Vivotif- BN	25	BN	active	2024-07-12
YF-VAX	37	PMC	active	2010-05-28
ZOSTAVAX	121	MSD	inactive	2024-12-06
`;
