// CDC, CVX and vaccine group tables (public domain), 2025-12-09. Kinds, plausible dates and ages: immregistries/codebase (Apache-2.0), 2025-12-09, less what was only the day of a change to the table.
// cvx, name, status, kind, groups, group CVX, from never, from expected, until expected, until never, age from, age to (months), updated
export const CVX = `
01	DTP	inactive	vaccine	DTAP	107	1949-01-01	1949-01-01	1997-01-01		1	84	2010-05-28
02	OPV, trivalent	inactive	vaccine	POLIO	89	1963-01-01			2017-02-10	1	1440	2025-06-26
03	MMR	active	vaccine	MMR	03					6	1440	2010-05-28
04	M/R	inactive	vaccine	MMR	03		1971-01-01	2010-05-28		1	1440	2010-05-28
05	measles	inactive	vaccine	MMR	03	1963-01-01		2010-08-31		1	1440	2010-08-31
06	rubella	inactive	vaccine	MMR	03			2010-08-31		1	1440	2015-06-18
07	mumps	inactive	vaccine	MMR	03			2010-05-28		1	1440	2015-06-18
08	Hep B, adolescent or pediatric	active	vaccine	HepB	45					0	240	2024-12-16
09	Td (adult), 2 Lf tetanus toxoid, preservative free, adsorbed	active	vaccine	Td	139					84	1440	2017-10-27
10	IPV	active	vaccine	POLIO	89		1987-01-01			1	1440	2010-05-28
11	pertussis	inactive	vaccine					2010-05-28		1	1440	2010-05-28
12	diphtheria antitoxin	active	antitoxin							1	1440	2020-09-04
13	TIG	active	immune-globulin							1	1440	2020-09-04
14	IG, unspecified formulation	inactive	immune-globulin							1	1440	2023-03-09
15	influenza, split (incl. purified surface antigen)	inactive	vaccine	FLU	88			2010-05-28		6	1440	2010-09-30
16	influenza, whole	inactive	vaccine	FLU	88	1945-01-01	1945-01-01	2003-12-31	2003-12-31	6	1440	2010-05-28
17	Hib, unspecified formulation	inactive	unspecified	HIB	17		1987-01-01			1	71	2010-09-30
18	rabies, intramuscular injection	inactive	vaccine	RABIES	90			2016-10-18		0	1440	2016-10-18
19	BCG	active	vaccine	BCG	19					1	1440	2010-05-28
20	DTaP	active	vaccine	DTAP	107	1991-01-01	1991-01-01			1	84	2010-05-28
21	varicella	active	vaccine	VARICELLA	21					11	1440	2010-05-28
22	DTP-Hib	inactive	vaccine	DTAP|HIB	107|17			2010-05-28		1	1440	2017-03-23
23	plague	inactive	vaccine	Plague	23			2018-05-17		1	1440	2018-05-17
24	Anthrax, pre-exposure prophylaxis, post-exposure prophylaxis	active	vaccine	ANTHRAX	319		1970-11-01			215	804	2024-01-25
25	typhoid, oral	active	vaccine	TYPHOID	91					72	1440	2010-05-28
26	cholera, unspecified formulation	inactive	unspecified	cholera	26		1980-01-01			1	1440	2016-06-17
27	botulinum antitoxin	active	antitoxin			1963-01-01	1965-01-01			1	1440	2020-09-04
28	DT (pediatric)	inactive	vaccine	DTAP	107			2024-12-06		1	84	2024-12-06
29	CMVIG	active	immune-globulin							1	1440	2020-09-04
30	HBIG	active	immune-globulin							0	1440	2020-09-04
31	Hep A, pediatric, unspecified formulation	inactive	unspecified	HepA	85		1998-01-01			6	228	2010-09-30
32	meningococcal MPSV4	inactive	vaccine	MENING	108			2019-04-30		24	1440	2017-10-27
33	pneumococcal polysaccharide PPV23	active	vaccine	PneumoPPV	33					23	1440	2010-05-28
34	RIG	active	immune-globulin							1	1440	2020-09-04
35	tetanus toxoid, adsorbed	inactive	vaccine	Td	139			2017-05-05		84	1440	2015-08-14
36	VZIG	active	immune-globulin							1	1440	2020-09-04
37	yellow fever live	active	vaccine	YELLOWFEVER	184					8	720	2024-03-07
38	rubella/mumps	inactive	vaccine	MMR	03			2010-08-31		1	1440	2010-05-28
39	Japanese encephalitis SC	inactive	vaccine	Japanese encephalitis	129			2015-09-24		12	1440	2015-09-24
40	rabies, intradermal injection	inactive	vaccine	RABIES	90			2015-06-18		0	1440	2015-06-18
41	typhoid, parenteral	inactive	vaccine	TYPHOID	91			2015-08-13		24	1440	2015-08-13
42	Hep B, adolescent/high risk infant	inactive	vaccine	HepB	45			1998-08-27	1999-12-31	0	240	2010-05-28
43	Hep B, adult	active	vaccine	HepB	45					228	1440	2024-12-12
44	Hep B, high-dosage, dialysis or IC	active	vaccine	HepB	45					228	1440	2024-12-13
45	Hep B, unspecified formulation	inactive	unspecified	HepB	45					0	1440	2010-09-30
46	Hib (PRP-D)	inactive	vaccine	HIB	17	1987-01-01	1987-01-01	2000-12-31	2000-12-31	1	1440	2010-05-28
47	Hib (HbOC)	inactive	vaccine	HIB	17	1990-01-01	1990-01-01	2007-12-31	2007-12-31	1	1440	2010-05-28
48	Hib (PRP-T)	active	vaccine	HIB	17					1	71	2010-05-28
49	Hib (PRP-OMP)	active	vaccine	HIB	17					1	71	2010-05-28
50	DTaP-Hib	inactive	vaccine	HIB|DTAP	17|107	1996-01-01	1996-01-01	2011-12-31	2011-12-31	1	84	2017-03-20
51	Hib-Hep B	inactive	vaccine	HIB|HepB	17|45	1996-01-01	1996-01-01	2016-03-11		1	71	2016-03-11
52	Hep A, adult	active	vaccine	HepA	85	1995-01-01	1995-01-01			215	1440	2010-05-28
53	typhoid, parenteral, AKD (U.S. military)	inactive	vaccine	TYPHOID	91			2015-06-18		24	1440	2015-06-18
54	adenovirus, type 4	inactive	vaccine	ADENO	82			2010-05-28		203	624	2010-05-28
55	adenovirus, type 7	inactive	vaccine	ADENO	82			2010-05-28		203	264	2010-05-28
56	dengue fever tetravalent	active	vaccine	DENGUE	330					96	216	2024-12-11
57	hantavirus	never	vaccine							1	1440	2020-09-09
58	Hep C	never	vaccine							1	1440	2020-09-09
59	Hep E	never	vaccine							1	1440	2020-09-09
60	herpes simplex 2	never	vaccine							1	1440	2020-09-09
61	HIV	never	vaccine							1	1440	2020-09-09
62	HPV, quadrivalent	active	vaccine	HPV	137	2006-01-01	2006-01-01			107	324	2020-06-02
63	Junin virus	never	vaccine							1	1440	2020-09-09
64	leishmaniasis	never	vaccine							1	1440	2020-09-09
65	leprosy	never	vaccine							1	1440	2020-09-09
66	Lyme disease	inactive	vaccine	Lyme disease	66	1998-01-01	1998-01-01	2002-12-31	2002-12-31	1	1440	2010-05-28
67	malaria	never	vaccine							1	1440	2020-09-09
68	melanoma	never	vaccine							1	1440	2020-09-09
69	parainfluenza-3	inactive	vaccine					2010-05-28		1	1440	2025-01-09
70	Q fever	never	vaccine							1	1440	2020-09-09
71	RSV-IGIV	inactive	immune-globulin							1	1440	2023-07-19
72	rheumatic fever	never	vaccine							1	1440	2020-09-09
73	Rift Valley fever	never	vaccine							1	1440	2020-09-09
74	rotavirus, tetravalent	inactive	vaccine	ROTAVIRUS	122			2010-05-28		1	8	2010-05-28
75	Vaccinia (smallpox, monkeypox), live	active	vaccine	Orthopoxvirus	325					0	1440	2025-11-19
76	Staphylococcus bacterio lysate	inactive	vaccine					2010-05-28		1	1440	2023-03-09
77	Tick-borne encephalitis vaccine (non-US)	non-us	foreign	Tick-borne encephalitis	222					1	1440	2022-03-04
78	tularemia vaccine	inactive	vaccine					2010-05-28		1	1440	2010-05-28
79	vaccinia immune globulin	active	immune-globulin							1	1440	2020-09-04
80	VEE, live	inactive	vaccine	VEE	92			2010-05-28		1	1440	2010-05-28
81	VEE, inactivated	inactive	vaccine	VEE	92			2010-05-28		1	1440	2010-05-28
82	adenovirus, unspecified formulation	inactive	unspecified	ADENO	82					203	624	2010-09-30
83	Hep A, ped/adol, 2 dose	active	vaccine	HepA	85	1995-01-01	1995-01-01			6	228	2010-05-28
84	Hep A, ped/adol, 3 dose	inactive	vaccine	HepA	85			2010-05-28		6	228	2010-05-28
85	Hep A, unspecified formulation	inactive	unspecified	HepA	85					6	1440	2010-09-30
86	IG	active	immune-globulin							1	1440	2020-09-04
87	IGIV	active	immune-globulin							1	1440	2020-09-04
88	influenza, unspecified formulation	inactive	unspecified	FLU	88		1945-01-01			6	1440	2010-09-30
89	polio, unspecified formulation	inactive	unspecified	POLIO	89					1	1440	2010-09-30
90	rabies, unspecified formulation	inactive	unspecified	RABIES	90					0	1440	2010-09-30
91	typhoid, unspecified formulation	inactive	unspecified	TYPHOID	91					24	1440	2010-09-30
92	VEE, unspecified formulation	inactive	unspecified	VEE	92					1	1440	2010-09-30
93	RSV-MAb	active	immune-globulin							1	1440	2020-09-04
94	MMRV	active	vaccine	MMR|VARICELLA	03|21	2005-01-01	2005-01-01			11	204	2010-05-28
95	TST-OT tine test	inactive	skin-test							1	1440	2023-03-09
96	TST-PPD intradermal	inactive	skin-test							1	1440	2023-03-09
97	TST-PPD tine test	inactive	skin-test							1	1440	2023-03-09
98	TST, unspecified formulation	inactive	skin-test							1	1440	2023-03-09
99	RESERVED - do not use	inactive	no-vaccine									2020-09-09
100	pneumococcal conjugate PCV 7	inactive	vaccine	PneumoPCV	152			2011-12-31	2011-12-31	1	1440	2014-06-26
101	typhoid, ViCPs	active	vaccine	TYPHOID	91					24	1440	2010-05-28
102	DTP-Hib-Hep B	non-us	foreign	HIB|DTAP|HepB	17|107|45					1	1440	2016-05-20
103	meningococcal C conjugate	inactive	foreign	MENING	108					1	1440	2010-05-28
104	Hep A-Hep B	active	vaccine	HepB|HepA	45|85	2001-01-01	2001-01-01			215	1440	2010-05-28
105	vaccinia (smallpox) diluted	inactive	vaccine	Orthopoxvirus	325			2010-05-28		0	1440	2010-05-28
106	DTaP, 5 pertussis antigens	active	vaccine	DTAP	107	2002-01-01	2002-01-01			1	84	2010-05-28
107	DTaP, unspecified formulation	inactive	unspecified	DTAP	107					1	1440	2010-09-30
108	meningococcal ACWY, unspecified formulation	inactive	unspecified	MENING	108					1	1440	2015-12-01
109	pneumococcal, unspecified formulation	inactive	unspecified	PneumoPCV|PneumoPPV	152|33					1	1440	2010-09-30
110	DTaP-Hep B-IPV	active	vaccine	DTAP|HepB|POLIO	107|45|89	2002-01-01	2002-01-01			1	84	2010-05-28
111	Influenza, live, trivalent, intranasal, PF	active	vaccine	FLU	88					24	600	2025-07-15
112	tetanus toxoid, unspecified formulation	inactive	unspecified							84	1440	2010-09-30
113	Td (adult), 5 Lf tetanus toxoid, preservative free, adsorbed	active	vaccine	Td	139					84	1440	2024-01-25
114	meningococcal MCV4P	active	vaccine	MENING	108					9	1440	2010-05-28
115	Tdap	active	vaccine	TDAP	115	2005-01-01	2005-01-01			84	1440	2010-05-28
116	rotavirus, pentavalent	active	vaccine	ROTAVIRUS	122					1	8	2010-05-28
117	VZIG (IND)	never	immune-globulin							1	1440	2020-09-09
118	HPV, bivalent	inactive	vaccine	HPV	137	2009-10-16		2016-11-29		107	324	2010-05-28
119	rotavirus, monovalent	active	vaccine	ROTAVIRUS	122					1	8	2010-05-28
120	DTaP-Hib-IPV	active	vaccine	DTAP|HIB|POLIO	107|17|89	2008-01-01	2008-01-01			1	60	2010-05-28
121	zoster live	inactive	vaccine	ZOSTER	188			2024-12-06		599	1440	2024-12-17
122	rotavirus, unspecified formulation	inactive	unspecified	ROTAVIRUS	122					1	8	2010-09-30
123	influenza, H5N1-1203	inactive	vaccine	H5N1 flu	123			2010-05-28		6	1440	2010-05-28
125	Novel Influenza-H1N1-09, nasal	inactive	vaccine	H1N1 flu	128			2010-08-28		1	1440	2010-08-28
126	Novel influenza-H1N1-09, preservative-free	inactive	vaccine	H1N1 flu	128			2010-08-28		1	1440	2010-08-28
127	Novel influenza-H1N1-09	inactive	vaccine	H1N1 flu	128			2017-03-03		1	1440	2010-08-28
128	Novel Influenza-H1N1-09, all formulations	inactive	unspecified	H1N1 flu	128					1	1440	2010-08-28
129	Japanese Encephalitis, unspecified formulation	inactive	unspecified	Japanese encephalitis	129					1	1440	2010-09-30
130	DTaP-IPV	active	vaccine	POLIO|DTAP	89|107	2008-01-01	2008-01-01			36	84	2010-05-28
131	typhus, historical	inactive	vaccine					2010-05-28		24	1440	2010-05-28
132	DTaP-IPV-HIB-HEP B, historical	inactive	vaccine	POLIO|HepB|DTAP|HIB	89|45|107|17			2010-05-28		1	84	2018-05-10
133	Pneumococcal conjugate PCV 13	active	vaccine	PneumoPCV	152	2010-01-01				1	1440	2010-05-28
134	Japanese Encephalitis IM	active	vaccine	Japanese encephalitis	129					2	1440	2010-05-28
135	Influenza, high-dose, trivalent, PF	active	vaccine	FLU	88					768	1440	2024-05-02
136	Meningococcal MCV4O	active	vaccine	MENING	108					2	1440	2010-05-28
137	HPV, unspecified formulation	inactive	unspecified	HPV	137		2006-01-01			107	564	2010-09-30
138	Td (adult)	inactive	vaccine	Td	139			2010-09-30		84	1440	2010-09-30
139	Td(adult) unspecified formulation	inactive	unspecified	Td	139					84	1440	2019-08-27
140	Influenza, split virus, trivalent, PF	active	vaccine	FLU	88					6	1440	2024-05-02
141	Influenza, split virus, trivalent, preservative	active	vaccine	FLU	88	1945-01-01	1945-01-01			6	1440	2024-05-02
142	tetanus toxoid, not adsorbed	inactive	vaccine					2015-08-14		84	1440	2015-08-14
143	Adenovirus types 4 and 7	active	vaccine	ADENO	82	2009-03-16				203	624	2011-03-20
144	influenza, seasonal, intradermal, preservative free	inactive	vaccine	FLU	88			2022-12-15		6	1440	2022-12-15
145	RSV-MAb (new)	never	immune-globulin							1	1440	2020-09-09
146	DTaP,IPV,Hib,HepB	active	vaccine	HIB|DTAP|HepB|POLIO	17|107|45|89	2011-08-31	2011-08-31			1	60	2022-08-10
147	meningococcal MCV4, unspecified formulation	inactive	unspecified	MENING	108					1	1440	2012-02-08
148	Meningococcal C/Y-HIB PRP	inactive	vaccine	MENING|HIB	108|17	2012-01-01		2018-05-11		1	20	2018-05-11
149	Influenza, live, quadrivalent, intranasal	active	vaccine	FLU	88	2012-01-01				24	600	2024-05-15
150	Influenza, split virus, quadrivalent, PF	active	vaccine	FLU	88					6	1440	2024-05-15
151	influenza nasal, unspecified formulation	inactive	unspecified	FLU	88		2013-01-28			24	600	2013-01-28
152	Pneumococcal Conjugate, unspecified formulation	inactive	unspecified	PneumoPCV	152		2013-01-28			1	1440	2013-01-28
153	Influenza, MDCK, trivalent, PF	active	vaccine	FLU	88	2013-07-17	2013-07-17			216	1440	2024-05-06
154	Hep A, IG	never	immune-globulin									2020-09-09
155	Influenza, recombinant, trivalent, PF	active	vaccine	FLU	88	2013-02-01				216		2024-05-06
156	Rho(D)-IG	active	immune-globulin							1	1440	2020-09-04
157	Rho(D) -IG IM	active	immune-globulin							1	1440	2020-09-04
158	Influenza, split virus, quadrivalent, preservative	active	vaccine	FLU	88	2013-08-15				6	1440	2024-05-15
159	Rho(D) - Unspecified formulation	inactive	immune-globulin			1968-05-29	1968-05-29			240	720	2023-03-09
160	Influenza A monovalent (H5N1), ADJUVANTED-2013	active	vaccine	H5N1 flu	123	2014-05-27						2014-05-27
161	Influenza, injectable,quadrivalent, preservative free, pediatric	active	vaccine	FLU	88					6	37	2024-07-29
162	meningococcal B, recombinant	active	vaccine	MeningB	164	2014-11-03				108	1440	2014-11-03
163	meningococcal B, OMV	active	vaccine	MeningB	164	2015-01-23				108	1440	2015-02-02
164	meningococcal B, unspecified	inactive	unspecified	MeningB	164					108	1440	2014-11-03
165	HPV9	active	vaccine	HPV	137	2014-12-10				107	564	2014-12-11
166	influenza, intradermal, quadrivalent, preservative free	inactive	vaccine	FLU	88	2014-12-11		2022-12-15		204	780	2022-12-15
167	meningococcal, unknown serogroups	inactive	unspecified							1	1440	2015-12-01
168	Influenza, adjuvanted, trivalent, PF	active	vaccine	FLU	88	2015-11-24				6	1440	2024-05-06
169	Hep A, live attenuated	non-us	foreign									2016-05-10
170	DTAP/IPV/HIB - non-US	non-us	foreign	POLIO|HIB|DTAP	89|17|107							2016-05-20
171	Influenza, MDCK, quadrivalent, PF	active	vaccine	FLU	88	2016-06-16				6	1440	2024-05-15
172	cholera, WC-rBS	non-us	foreign	cholera	26							2016-06-17
173	cholera, BivWC	non-us	foreign	cholera	26							2016-06-17
174	cholera, live attenuated	active	vaccine	cholera	26	2016-06-17				12	792	2016-06-17
175	Rabies - IM Diploid cell culture	active	vaccine	RABIES	90					0	1440	2016-10-18
176	Rabies - IM fibroblast culture	active	vaccine	RABIES	90					0	1440	2016-10-18
177	PCV10	non-us	foreign	PneumoPCV	152							2016-12-19
178	OPV bivalent	non-us	foreign									2017-01-17
179	OPV ,monovalent, unspecified	non-us	unspecified									2017-01-17
180	tetanus immune globulin	inactive	immune-globulin									2020-09-09
181	anthrax immune globulin	active	immune-globulin									2020-09-04
182	OPV, Unspecified	inactive	unspecified									2017-01-17
183	Yellow fever vaccine live - alt	active	vaccine	YELLOWFEVER	184					8	720	2024-03-07
184	Yellow fever, unspecified	inactive	unspecified	YELLOWFEVER	184					8	720	2024-03-07
185	Influenza, recombinant, quadrivalent, PF	active	vaccine	FLU	88	2017-04-21				204	1440	2024-05-15
186	Influenza, MDCK, quadrivalent, preservative	active	vaccine	FLU	88	2017-06-27				6	1440	2024-05-15
187	zoster recombinant	active	vaccine	ZOSTER	188	2017-10-20				204	1440	2017-10-27
188	zoster, unspecified formulation	inactive	unspecified	ZOSTER	188					204	1440	2017-10-27
189	HepB-CpG	active	vaccine	HepB	45	2018-01-01				215	1440	2018-05-10
190	Typhoid conjugate vaccine (TCV)	non-us	foreign									2023-01-17
191	meningococcal A polysaccharide (non-US)	non-us	foreign									2018-05-10
192	meningococcal AC polysaccharide (non-US)	non-us	foreign									2018-05-10
193	Hep A-Hep B, pediatric/adolescent	non-us	foreign	HepB|HepA	45|85							2018-08-21
194	Influenza, Southern Hemisphere	inactive	unspecified	FLU	88							2020-07-16
195	DT, IPV adsorbed	non-us	foreign	Td|POLIO	139|89							2023-01-17
196	Td, adsorbed, preservative free, adult use, Lf unspecified	active	unspecified	Td	139					84	1440	2019-08-15
197	Influenza, high-dose, quadrivalent, PF	active	vaccine	FLU	88	2019-11-01				768	1440	2024-05-15
198	DTP-hepB-Hib Pentavalent Non-US	non-us	foreign									2023-01-17
200	influenza, Southern Hemisphere, pediatric, preservative free	active	vaccine	FLU	88	2019-09-30						2023-01-17
201	Influenza, Southern Hemisphere, quadrivalent, PF	active	vaccine	FLU	88	2019-09-30						2025-04-22
202	influenza, Southern Hemisphere, quadrivalent, with preservative	active	vaccine	FLU	88	2019-09-30						2023-01-17
203	meningococcal conjugate quadrivalent, MenACWY-TT (MCV4)	active	vaccine	MENING	108	2020-04-23				24	1440	2023-01-26
204	Ebola Zaire vaccine, live, recombinant, 1mL dose	active	vaccine	Ebola	214					204	1440	2024-01-03
205	Influenza, adjuvanted, quadrivalent, PF	active	vaccine	FLU	88	2020-07-01				768	1440	2024-05-15
206	Vaccinia, smallpox monkeypox vaccine live, PF, SQ or ID injection	active	vaccine	Orthopoxvirus	325	2020-07-20				0	1440	2025-11-19
207	COVID-19, mRNA, LNP-S, PF, 100 mcg/0.5mL dose or 50 mcg/0.25mL dose	inactive	vaccine	COVID-19	213	2020-11-02		2023-10-24		132	1440	2023-10-24
208	COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose	inactive	vaccine	COVID-19	213	2020-11-02		2023-10-24		132	1440	2023-11-14
210	COVID-19 vaccine, vector-nr, rS-ChAdOx1, PF, 0.5 mL	non-us	foreign	COVID-19	213							2024-01-03
211	COVID-19, subunit, rS-nanoparticle+Matrix-M1 Adjuvant, PF, 0.5 mL	inactive	vaccine	COVID-19	213	2021-04-06		2023-10-24		132	1440	2023-10-24
212	COVID-19 vaccine, vector-nr, rS-Ad26, PF, 0.5 mL	inactive	vaccine	COVID-19	213	2021-01-26		2023-10-26		204	1440	2023-10-26
213	SARS-COV-2 (COVID-19) vaccine, UNSPECIFIED	inactive	unspecified	COVID-19	213					5	1440	2025-09-09
214	Ebola, unspecified	inactive	unspecified	Ebola	214							2021-04-06
215	Pneumococcal conjugate PCV15, polysaccharide CRM197 conjugate, adjuvant, PF	active	vaccine	PneumoPCV	152	2021-07-16				1	1440	2021-08-18
216	Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate, adjuvant, PF	active	vaccine	PneumoPCV	152	2021-08-10				1	1440	2023-03-09
217	COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose, tris-sucrose	inactive	vaccine	COVID-19	213	2021-09-13		2023-11-02		132	1440	2023-11-02
218	COVID-19, mRNA, LNP-S, PF, 10 mcg/0.2 mL dose, tris-sucrose	inactive	vaccine	COVID-19	213	2021-09-13		2023-10-25		48	156	2023-10-25
219	COVID-19, mRNA, LNP-S, PF, 3 mcg/0.2 mL dose, tris-sucrose	inactive	vaccine	COVID-19	213	2021-09-08		2023-10-26		5	72	2023-10-26
220	HepB recombinant, 3-antigen, Al(OH)3	inactive	vaccine	HepB	45	2021-12-01		2024-12-11		215	1440	2024-12-11
221	COVID-19, mRNA, LNP-S, PF, 50 mcg/0.5 mL dose	inactive	vaccine	COVID-19	213	2022-02-14		2023-10-25		60	1440	2023-10-25
222	Tick-borne encephalitis, unspecified	inactive	unspecified	Tick-borne encephalitis	222							2022-03-16
223	Tick-borne encephalitis, inactivated, PF, 0.25mL	active	vaccine	Tick-borne encephalitis	222	2022-03-03						2022-03-03
224	Tick-borne encephalitis, inactivated, PF, 0.5mL	active	vaccine	Tick-borne encephalitis	222	2021-10-25						2022-03-04
225	COVID-19, D614, recomb, preS dTM, AS03 adjuvant add, PF, 5mcg/0.5mL	never	vaccine	COVID-19	213							2023-03-09
226	COVID-19, D614, recomb, preS dTM, AS03 adjuvant add, PF, 10mcg/0.5mL	never	vaccine	COVID-19	213							2023-03-09
227	COVID-19, mRNA, LNP-S, PF, pediatric 50 mcg/0.5 mL dose	inactive	vaccine	COVID-19	213	2022-04-12		2022-06-15		60	156	2023-10-26
228	COVID-19, mRNA, LNP-S, PF, pediatric 25 mcg/0.25 mL dose	inactive	vaccine	COVID-19	213	2022-04-12		2023-10-27		5	84	2023-10-27
229	COVID-19, mRNA, LNP-S, bivalent, PF, 50 mcg/0.5 mL or 25mcg/0.25 mL dose	inactive	vaccine	COVID-19	213	2022-06-15		2023-10-26		60	1440	2023-10-26
230	COVID-19, mRNA, LNP-S, bivalent, PF, 10 mcg/0.2 mL	inactive	vaccine	COVID-19	213	2022-09-23			2023-09-11	5	72	2023-10-26
231	influenza, Southern Hemisphere, high-dose, quadrivalent	active	vaccine	FLU	88	2023-02-13						2023-03-14
300	COVID-19, mRNA, LNP-S, bivalent, PF, 30 mcg/0.3 mL dose	inactive	vaccine	COVID-19	213	2022-08-04		2023-10-26		132	1440	2023-10-26
301	COVID-19, mRNA, LNP-S, bivalent, PF, 10 mcg/0.2 mL dose	inactive	vaccine	COVID-19	213	2022-08-17		2023-10-26		48	156	2023-10-26
302	COVID-19, mRNA, LNP-S, bivalent, PF, 3 mcg/0.2 mL dose	inactive	vaccine	COVID-19	213	2022-10-19		2023-10-26		5	60	2023-10-26
303	RSV, recombinant, protein subunit RSVpreF, adjuvant reconstituted, 0.5 mL, PF	active	vaccine	RSV	304	2023-05-03				144	1440	2023-06-06
304	Respiratory syncytial virus (RSV), unspecified	inactive	unspecified	RSV	304					0	1440	2024-01-03
305	RSV, bivalent, protein subunit RSVpreF, diluent reconstituted, 0.5 mL, PF	active	vaccine	RSV	304	2023-07-12				144	1440	2024-08-07
306	RSV, mAb, nirsevimab-alip, 0.5 mL, neonate to 24 months	active	vaccine	RSV	304	2023-07-18				0	12	2023-07-25
307	RSV, mAb, nirsevimab-alip, 1 mL, neonate to 24 months	active	vaccine	RSV	304	2023-07-18				0	24	2023-08-09
308	COVID-19, mRNA, LNP-S, PF, tris-sucrose, 3 mcg/0.3 mL	inactive	vaccine	COVID-19	213	2023-09-11		2025-09-09		5	60	2025-09-09
309	COVID-19, mRNA, LNP-S, PF, tris-sucrose, 30 mcg/0.3 mL	active	vaccine	COVID-19	213	2023-09-11				143	1440	2024-08-30
310	COVID-19, mRNA, LNP-S, PF, tris-sucrose, 10 mcg/0.3 mL	active	vaccine	COVID-19	213	2023-09-11				59	144	2024-08-30
311	COVID-19, mRNA, LNP-S, PF, 25 mcg/0.25 mL	active	vaccine	COVID-19	213	2023-09-11				5	156	2024-08-30
312	COVID-19, mRNA, LNP-S, PF, 50 mcg/0.5 mL	active	vaccine	COVID-19	213	2023-09-11				144	1440	2024-08-30
313	COVID-19, subunit, rS-nanoparticle, adjuvanted, PF, 5 mcg/0.5 mL	active	vaccine	COVID-19	213	2023-09-01				144	1440	2024-09-05
314	Respiratory syncytial virus (RSV) vaccine, unspecified	inactive	unspecified	RSV	304					144	1440	2023-09-19
315	Respiratory syncytial virus (RSV) MAB, unspecified	inactive	unspecified	RSV	304					0	25	2023-09-19
316	Meningococcal polysaccharide (MenACWY-TT conjugate), (MenB), PF	active	vaccine	MENING|MeningB	108|164	2023-11-02				108	324	2024-01-25
317	Chikungunya live attenuated vaccine, 0.5 mL, PF	active	vaccine	Chikungunya	317	2023-12-20						2023-12-20
318	Anthrax, post-exposure prophylaxis	active	vaccine	ANTHRAX	319	2023-09-19						2024-01-25
319	Anthrax vaccine, unspecified	inactive	unspecified	ANTHRAX	319							2024-03-15
320	Influenza, MDCK, trivalent, preservative	active	vaccine	FLU	88	2024-05-15				6	1440	2024-05-15
321	Influenza-avian, H5N8, monovalent, PF	active	vaccine	FLU-Avian-H5	323	2024-06-12						2024-06-12
322	Influenza-avian, H5N8, monovalent, preservative	active	vaccine	FLU-Avian-H5	323	2024-06-12						2024-06-12
323	Influenza-avian, H5, unspecified formulation	inactive	unspecified	FLU-Avian-H5	323							2024-06-06
324	Poliovirus, inactivated, fractional-dose (fIPV)	non-us	foreign	POLIO	89							2024-06-05
325	Vaccinia (smallpox, monkeypox), unspecified	inactive	unspecified	Orthopoxvirus	325							2025-11-19
326	RSV, mRNA, injectable, PF	active	vaccine	RSV	304	2024-05-31				719	1440	2024-08-30
327	Pneumococcal conjugate PCV21, polysaccharide CRM197 conjugate, PF	active	vaccine	PneumoPCV	152	2024-06-17				215	1440	2024-07-11
328	Meningococcal oligosaccharide (MenACWY), (MenB), PF	active	vaccine	MENING|MeningB	108|164	2025-02-14				108	324	2025-03-18
329	Chikungunya, VLP, recombinant, 0.8 mL, PF	active	vaccine	Chikungunya	317	2025-03-01				132	1440	2025-03-18
330	Dengue fever, unspecified	inactive	unspecified	DENGUE	330					96	1440	2025-04-30
331	Influenza, Southern Hemisphere, trivalent, PF	active	vaccine	FLU	88	2025-03-06						2025-04-30
332	RSV, mAb, clesrovimab-cfor, 0.7 mL, neonate and infant, PF	active	vaccine	RSV	304	2025-06-09				0	9	2025-07-03
333	Influenza, live, trivalent, intranasal, self/caregiver admin, PF	active	vaccine	FLU	88	2025-07-15				23	612	2025-07-15
334	COVID-19, mRNA, LNP-S, PF, 10 mcg/0.2 mL	active	vaccine	COVID-19	213	2025-08-27				132	1440	2025-08-28
500	COVID-19 Non-US Vaccine, UNSPECIFIED	non-us	foreign	COVID-19	213							2025-09-09
501	COVID-19 IV Non-US Vaccine (QAZCOVID-IN)	non-us	foreign	COVID-19	213							2021-07-15
502	COVID-19 IV Non-US Vaccine (COVAXIN)	non-us	foreign	COVID-19	213							2021-11-19
503	COVID-19 LAV Non-US Vaccine (COVIVAC)	non-us	foreign	COVID-19	213							2024-01-03
504	COVID-19 VVnr Non-US Vaccine (Sputnik Light)	non-us	foreign	COVID-19	213							2021-07-15
505	COVID-19 VVnr Non-US Vaccine (Sputnik V)	non-us	foreign	COVID-19	213							2021-07-15
506	COVID-19 VVnr Non-US Vaccine (CanSino Biological Inc./Beijing Institute of Biotechnology	non-us	foreign	COVID-19	213							2022-12-16
507	COVID-19 PS Non-US Vaccine (Anhui Zhifei Longcom Biopharm + Inst of Micro, Chinese Acad of Sciences)	non-us	foreign	COVID-19	213							2021-08-18
508	COVID-19 PS Non-US Vaccine (Jiangsu Province Centers for Disease Control and Prevention)	non-us	foreign	COVID-19	213							2024-01-03
509	COVID-19 PS Non-US Vaccine (EpiVacCorona)	non-us	foreign	COVID-19	213							2021-07-15
510	COVID-19 IV Non-US Vaccine (BIBP, Sinopharm)	non-us	foreign	COVID-19	213							2022-11-15
511	COVID-19 IV Non-US Vaccine (CoronaVac, Sinovac)	non-us	foreign	COVID-19	213							2022-11-15
512	SARS-COV-2 COVID-19 VLP Non-US Vaccine (Medicago, Covifenz)	non-us	foreign	COVID-19	213							2022-04-12
513	SARS-COV-2 COVID-19 PS Non-US Vaccine (Anhui Zhifei Longcom, Zifivax)	non-us	foreign	COVID-19	213							2022-04-12
514	SARS-COV-2 COVID-19 DNA Non-US Vaccine (Zydus Cadila, ZyCoV-D)	non-us	foreign	COVID-19	213							2022-04-12
515	SARS-COV-2 COVID-19 PS Non-US Vaccine (Medigen, MVC-COV1901)	non-us	foreign	COVID-19	213							2022-04-12
516	COV-2 COVID-19 Inactivated Non-US Vaccine Product (Minhai Biotechnology Co, KCONVAC)	non-us	foreign	COVID-19	213							2022-04-12
517	SARS-COV-2 COVID-19 PS Non-US Vaccine (Biological E Limited, Corbevax)	non-us	foreign	COVID-19	213							2022-04-12
518	COVID-19 Inactivated, Non-US Vaccine (VLA2001, Valneva)	non-us	foreign	COVID-19	213							2022-11-17
519	COVID-19 mRNA, bivalent, original/Omicron BA.1, Non-US Vaccine (Spikevax Bivalent), Moderna	non-us	foreign	COVID-19	213							2022-11-17
520	COVID-19 mRNA, bivalent, original/Omicron BA.1, Non-US Vaccine Product, Pfizer-BioNTech	non-us	foreign	COVID-19	213							2022-12-19
521	COVID-19 SP, protein-based, adjuvanted (VidPrevtyn Beta), Sanofi-GSK	non-us	foreign	COVID-19	213							2024-01-03
801	AS03 Adjuvant	active	vaccine			2014-02-07						2020-10-27
998	no vaccine administered	inactive	no-vaccine									2023-03-09
999	unknown	inactive	no-vaccine									2020-10-27
`;
