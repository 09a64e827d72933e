// UCUM units of the immunization guide; USPS state codes; ISO 3166-1 and ISO 639 codes (Debian iso-codes), 2025-12
// #id, name of a table; then its rows: code, label, status (active unless given), replaced by
export const LISTS = `
#UCUM	Units of volume and mass
[bbl_us]	barrel
[bf_i]	board foot
[bu_br]	bushel
[bu_us]	bushel
[car_Au]	carat of gold alloys
cg
cL	centiliter
[cr_i]	cord
[crd_us]	cord
[cft_i]	cubic foot
[cin_i]	cubic inch
[cyd_i]	cubic yard
[cup_us]	cup
dg
dL	deciliter
[dr_av]	dram
[dr_ap]	dram drachm
[drp]	drop
[dpt_us]	dry pint
[dqt_us]	dry quart
[m_e]	electron mass
fg
fL
[fdr_br]	fluid dram
[fdr_us]	fluid dram
[foz_br]	fluid ounce
[foz_us]	fluid ounce
[gal_br]	gallon
[gil_br]	gill
[gil_us]	gill
[gr]	grain
g	gram
g%	gram percent
g.m
g.m/{hb}
g.m/({hb}.m2)
g/[100]g
g/dL
g/g
g/g{Cre}
g/kg
g/L
g/mL
g/m2
g/{TotalWeight}
hL
[gal_wi]	historical winchester gallon
kg	kilogram
kg{wet'tis}	kilogram of wet tissue
kg/m3
kg/L
kg/mol
kg/m2
kL
L	liter
L/kg
L.s2/s
[lcwt_av]
[lton_av]
[car_m]	metric carat
ug	microgram
ug/[100]g
ug/g{Cre}
ug/g{DryWeight}
ug/dL
ug/dL{rbc}
ug/g
ug/g{Hgb}
ug/kg
ug/L
ug/mg
ug/mg{Cre}
ug/mL	microgram per milliliter
ug/ng
ug/{Specimen}
ug/m2
ug/{TotalVolume}
uL	microliter
mg	milligram
mg{creat}	milligram of creatinine
mg/g{Cre}
mg/{TotalVolume}
mg/m3
mg/dL
mg/g
mg/kg	milligram per kilogram
mg/L
mg/mg
mg/mg{Cre}
mg/mL	milligram per milliliter
mg/m2
mg/{Volume}
mg{Phenylketones}/dL
mL	milliliter
mL/dL
mL/{h'b}
mL/kg	milliliter per kilogram
[min_br]	minim
[min_us]	minim
ng	nanogram
ng/dL
ng/g
ng/g{Cre}
ng/kg
ng/L
ng/mg
ng/mg{Protein}
ng/mL
ng/mL{rbc}
ng/m2
nL
[oz_ap]	ounce
[oz_av]	ounce
[oz_tr]	ounce
[pk_br]	peck
[pk_us]	peck
[pwt_tr]	pennyweight
%{Binding}
%{Bound}
%{Carboxyhemoglobin}
%{Excretion}
%{Hemoglobin}
%{HemoglobinA1C}
%{HemoglobinSaturation}
%{Oxygen}
%{TotalProtein}
%{Uptake}
pg
pg/dL
pg/L
pg/mL
pg/mm
pL
[pt_br]	pint
[pt_us]	pint
[lb_ap]	pound
[lb_av]	pound
[lb_tr]	pound
[m_p]	proton mass
[qt_br]	quart
[qt_us]	quart
[gal_us]
[sc_ap]	scruple
[scwt_av]
[ston_av]
st	stere
[stone_av]
[tbs_us]	tablespoon
[tsp_us]	teaspoon
t	tonne
%{vol}
[iU]	international unit
[iU]/mL	international unit per milliliter
[iU]/kg	international unit per kilogram
[arb'U]	arbitrary unit
[pfu]	plaque forming units
{dose}	dose
{tablet}	tablet
{tbl}	tablet
{capsule}	capsule
{vial}	vial
{spray}	spray
{puff}	puff
U	enzyme unit
1	unity
ML	milliliter	inactive	mL
ml	milliliter	inactive	mL
CC	cubic centimeter	inactive	mL
cc	cubic centimeter	inactive	mL
NA	not applicable	inactive
#USPS-STATE	State
AL	Alabama
AK	Alaska
AZ	Arizona
AR	Arkansas
CA	California
CO	Colorado
CT	Connecticut
DE	Delaware
DC	District of Columbia
FL	Florida
GA	Georgia
HI	Hawaii
ID	Idaho
IL	Illinois
IN	Indiana
IA	Iowa
KS	Kansas
KY	Kentucky
LA	Louisiana
ME	Maine
MD	Maryland
MA	Massachusetts
MI	Michigan
MN	Minnesota
MS	Mississippi
MO	Missouri
MT	Montana
NE	Nebraska
NV	Nevada
NH	New Hampshire
NJ	New Jersey
NM	New Mexico
NY	New York
NC	North Carolina
ND	North Dakota
OH	Ohio
OK	Oklahoma
OR	Oregon
PA	Pennsylvania
RI	Rhode Island
SC	South Carolina
SD	South Dakota
TN	Tennessee
TX	Texas
UT	Utah
VT	Vermont
VA	Virginia
WA	Washington
WV	West Virginia
WI	Wisconsin
WY	Wyoming
AS	American Samoa
GU	Guam
MP	Northern Mariana Islands
PR	Puerto Rico
VI	U.S. Virgin Islands
FM	Federated States of Micronesia
MH	Marshall Islands
PW	Palau
AA	Armed Forces Americas
AE	Armed Forces Europe
AP	Armed Forces Pacific
#HL70399	Country
ABW	Aruba
AFG	Afghanistan
AGO	Angola
AIA	Anguilla
ALA	Åland Islands
ALB	Albania
AND	Andorra
ARE	United Arab Emirates
ARG	Argentina
ARM	Armenia
ASM	American Samoa
ATA	Antarctica
ATF	French Southern Territories
ATG	Antigua and Barbuda
AUS	Australia
AUT	Austria
AZE	Azerbaijan
BDI	Burundi
BEL	Belgium
BEN	Benin
BES	Bonaire, Sint Eustatius and Saba
BFA	Burkina Faso
BGD	Bangladesh
BGR	Bulgaria
BHR	Bahrain
BHS	Bahamas
BIH	Bosnia and Herzegovina
BLM	Saint Barthélemy
BLR	Belarus
BLZ	Belize
BMU	Bermuda
BOL	Bolivia
BRA	Brazil
BRB	Barbados
BRN	Brunei Darussalam
BTN	Bhutan
BVT	Bouvet Island
BWA	Botswana
CAF	Central African Republic
CAN	Canada
CCK	Cocos (Keeling) Islands
CHE	Switzerland
CHL	Chile
CHN	China
CIV	Côte d'Ivoire
CMR	Cameroon
COD	Congo, The Democratic Republic of the
COG	Congo
COK	Cook Islands
COL	Colombia
COM	Comoros
CPV	Cabo Verde
CRI	Costa Rica
CUB	Cuba
CUW	Curaçao
CXR	Christmas Island
CYM	Cayman Islands
CYP	Cyprus
CZE	Czechia
DEU	Germany
DJI	Djibouti
DMA	Dominica
DNK	Denmark
DOM	Dominican Republic
DZA	Algeria
ECU	Ecuador
EGY	Egypt
ERI	Eritrea
ESH	Western Sahara
ESP	Spain
EST	Estonia
ETH	Ethiopia
FIN	Finland
FJI	Fiji
FLK	Falkland Islands (Malvinas)
FRA	France
FRO	Faroe Islands
FSM	Micronesia, Federated States of
GAB	Gabon
GBR	United Kingdom
GEO	Georgia
GGY	Guernsey
GHA	Ghana
GIB	Gibraltar
GIN	Guinea
GLP	Guadeloupe
GMB	Gambia
GNB	Guinea-Bissau
GNQ	Equatorial Guinea
GRC	Greece
GRD	Grenada
GRL	Greenland
GTM	Guatemala
GUF	French Guiana
GUM	Guam
GUY	Guyana
HKG	Hong Kong
HMD	Heard Island and McDonald Islands
HND	Honduras
HRV	Croatia
HTI	Haiti
HUN	Hungary
IDN	Indonesia
IMN	Isle of Man
IND	India
IOT	British Indian Ocean Territory
IRL	Ireland
IRN	Iran
IRQ	Iraq
ISL	Iceland
ISR	Israel
ITA	Italy
JAM	Jamaica
JEY	Jersey
JOR	Jordan
JPN	Japan
KAZ	Kazakhstan
KEN	Kenya
KGZ	Kyrgyzstan
KHM	Cambodia
KIR	Kiribati
KNA	Saint Kitts and Nevis
KOR	South Korea
KWT	Kuwait
LAO	Laos
LBN	Lebanon
LBR	Liberia
LBY	Libya
LCA	Saint Lucia
LIE	Liechtenstein
LKA	Sri Lanka
LSO	Lesotho
LTU	Lithuania
LUX	Luxembourg
LVA	Latvia
MAC	Macao
MAF	Saint Martin (French part)
MAR	Morocco
MCO	Monaco
MDA	Moldova
MDG	Madagascar
MDV	Maldives
MEX	Mexico
MHL	Marshall Islands
MKD	North Macedonia
MLI	Mali
MLT	Malta
MMR	Myanmar
MNE	Montenegro
MNG	Mongolia
MNP	Northern Mariana Islands
MOZ	Mozambique
MRT	Mauritania
MSR	Montserrat
MTQ	Martinique
MUS	Mauritius
MWI	Malawi
MYS	Malaysia
MYT	Mayotte
NAM	Namibia
NCL	New Caledonia
NER	Niger
NFK	Norfolk Island
NGA	Nigeria
NIC	Nicaragua
NIU	Niue
NLD	Netherlands
NOR	Norway
NPL	Nepal
NRU	Nauru
NZL	New Zealand
OMN	Oman
PAK	Pakistan
PAN	Panama
PCN	Pitcairn
PER	Peru
PHL	Philippines
PLW	Palau
PNG	Papua New Guinea
POL	Poland
PRI	Puerto Rico
PRK	North Korea
PRT	Portugal
PRY	Paraguay
PSE	Palestine, State of
PYF	French Polynesia
QAT	Qatar
REU	Réunion
ROU	Romania
RUS	Russian Federation
RWA	Rwanda
SAU	Saudi Arabia
SDN	Sudan
SEN	Senegal
SGP	Singapore
SGS	South Georgia and the South Sandwich Islands
SHN	Saint Helena, Ascension and Tristan da Cunha
SJM	Svalbard and Jan Mayen
SLB	Solomon Islands
SLE	Sierra Leone
SLV	El Salvador
SMR	San Marino
SOM	Somalia
SPM	Saint Pierre and Miquelon
SRB	Serbia
SSD	South Sudan
STP	Sao Tome and Principe
SUR	Suriname
SVK	Slovakia
SVN	Slovenia
SWE	Sweden
SWZ	Eswatini
SXM	Sint Maarten (Dutch part)
SYC	Seychelles
SYR	Syria
TCA	Turks and Caicos Islands
TCD	Chad
TGO	Togo
THA	Thailand
TJK	Tajikistan
TKL	Tokelau
TKM	Turkmenistan
TLS	Timor-Leste
TON	Tonga
TTO	Trinidad and Tobago
TUN	Tunisia
TUR	Türkiye
TUV	Tuvalu
TWN	Taiwan
TZA	Tanzania
UGA	Uganda
UKR	Ukraine
UMI	United States Minor Outlying Islands
URY	Uruguay
USA	United States
UZB	Uzbekistan
VAT	Holy See (Vatican City State)
VCT	Saint Vincent and the Grenadines
VEN	Venezuela
VGB	Virgin Islands, British
VIR	Virgin Islands, U.S.
VNM	Vietnam
VUT	Vanuatu
WLF	Wallis and Futuna
WSM	Samoa
YEM	Yemen
ZAF	South Africa
ZMB	Zambia
ZWE	Zimbabwe
AW	Aruba	inactive	ABW
AF	Afghanistan	inactive	AFG
AO	Angola	inactive	AGO
AI	Anguilla	inactive	AIA
AX	Åland Islands	inactive	ALA
AL	Albania	inactive	ALB
AD	Andorra	inactive	AND
AE	United Arab Emirates	inactive	ARE
AR	Argentina	inactive	ARG
AM	Armenia	inactive	ARM
AS	American Samoa	inactive	ASM
AQ	Antarctica	inactive	ATA
TF	French Southern Territories	inactive	ATF
AG	Antigua and Barbuda	inactive	ATG
AU	Australia	inactive	AUS
AT	Austria	inactive	AUT
AZ	Azerbaijan	inactive	AZE
BI	Burundi	inactive	BDI
BE	Belgium	inactive	BEL
BJ	Benin	inactive	BEN
BQ	Bonaire, Sint Eustatius and Saba	inactive	BES
BF	Burkina Faso	inactive	BFA
BD	Bangladesh	inactive	BGD
BG	Bulgaria	inactive	BGR
BH	Bahrain	inactive	BHR
BS	Bahamas	inactive	BHS
BA	Bosnia and Herzegovina	inactive	BIH
BL	Saint Barthélemy	inactive	BLM
BY	Belarus	inactive	BLR
BZ	Belize	inactive	BLZ
BM	Bermuda	inactive	BMU
BO	Bolivia	inactive	BOL
BR	Brazil	inactive	BRA
BB	Barbados	inactive	BRB
BN	Brunei Darussalam	inactive	BRN
BT	Bhutan	inactive	BTN
BV	Bouvet Island	inactive	BVT
BW	Botswana	inactive	BWA
CF	Central African Republic	inactive	CAF
CA	Canada	inactive	CAN
CC	Cocos (Keeling) Islands	inactive	CCK
CH	Switzerland	inactive	CHE
CL	Chile	inactive	CHL
CN	China	inactive	CHN
CI	Côte d'Ivoire	inactive	CIV
CM	Cameroon	inactive	CMR
CD	Congo, The Democratic Republic of the	inactive	COD
CG	Congo	inactive	COG
CK	Cook Islands	inactive	COK
CO	Colombia	inactive	COL
KM	Comoros	inactive	COM
CV	Cabo Verde	inactive	CPV
CR	Costa Rica	inactive	CRI
CU	Cuba	inactive	CUB
CW	Curaçao	inactive	CUW
CX	Christmas Island	inactive	CXR
KY	Cayman Islands	inactive	CYM
CY	Cyprus	inactive	CYP
CZ	Czechia	inactive	CZE
DE	Germany	inactive	DEU
DJ	Djibouti	inactive	DJI
DM	Dominica	inactive	DMA
DK	Denmark	inactive	DNK
DO	Dominican Republic	inactive	DOM
DZ	Algeria	inactive	DZA
EC	Ecuador	inactive	ECU
EG	Egypt	inactive	EGY
ER	Eritrea	inactive	ERI
EH	Western Sahara	inactive	ESH
ES	Spain	inactive	ESP
EE	Estonia	inactive	EST
ET	Ethiopia	inactive	ETH
FI	Finland	inactive	FIN
FJ	Fiji	inactive	FJI
FK	Falkland Islands (Malvinas)	inactive	FLK
FR	France	inactive	FRA
FO	Faroe Islands	inactive	FRO
FM	Micronesia, Federated States of	inactive	FSM
GA	Gabon	inactive	GAB
GB	United Kingdom	inactive	GBR
GE	Georgia	inactive	GEO
GG	Guernsey	inactive	GGY
GH	Ghana	inactive	GHA
GI	Gibraltar	inactive	GIB
GN	Guinea	inactive	GIN
GP	Guadeloupe	inactive	GLP
GM	Gambia	inactive	GMB
GW	Guinea-Bissau	inactive	GNB
GQ	Equatorial Guinea	inactive	GNQ
GR	Greece	inactive	GRC
GD	Grenada	inactive	GRD
GL	Greenland	inactive	GRL
GT	Guatemala	inactive	GTM
GF	French Guiana	inactive	GUF
GU	Guam	inactive	GUM
GY	Guyana	inactive	GUY
HK	Hong Kong	inactive	HKG
HM	Heard Island and McDonald Islands	inactive	HMD
HN	Honduras	inactive	HND
HR	Croatia	inactive	HRV
HT	Haiti	inactive	HTI
HU	Hungary	inactive	HUN
ID	Indonesia	inactive	IDN
IM	Isle of Man	inactive	IMN
IN	India	inactive	IND
IO	British Indian Ocean Territory	inactive	IOT
IE	Ireland	inactive	IRL
IR	Iran	inactive	IRN
IQ	Iraq	inactive	IRQ
IS	Iceland	inactive	ISL
IL	Israel	inactive	ISR
IT	Italy	inactive	ITA
JM	Jamaica	inactive	JAM
JE	Jersey	inactive	JEY
JO	Jordan	inactive	JOR
JP	Japan	inactive	JPN
KZ	Kazakhstan	inactive	KAZ
KE	Kenya	inactive	KEN
KG	Kyrgyzstan	inactive	KGZ
KH	Cambodia	inactive	KHM
KI	Kiribati	inactive	KIR
KN	Saint Kitts and Nevis	inactive	KNA
KR	South Korea	inactive	KOR
KW	Kuwait	inactive	KWT
LA	Laos	inactive	LAO
LB	Lebanon	inactive	LBN
LR	Liberia	inactive	LBR
LY	Libya	inactive	LBY
LC	Saint Lucia	inactive	LCA
LI	Liechtenstein	inactive	LIE
LK	Sri Lanka	inactive	LKA
LS	Lesotho	inactive	LSO
LT	Lithuania	inactive	LTU
LU	Luxembourg	inactive	LUX
LV	Latvia	inactive	LVA
MO	Macao	inactive	MAC
MF	Saint Martin (French part)	inactive	MAF
MA	Morocco	inactive	MAR
MC	Monaco	inactive	MCO
MD	Moldova	inactive	MDA
MG	Madagascar	inactive	MDG
MV	Maldives	inactive	MDV
MX	Mexico	inactive	MEX
MH	Marshall Islands	inactive	MHL
MK	North Macedonia	inactive	MKD
ML	Mali	inactive	MLI
MT	Malta	inactive	MLT
MM	Myanmar	inactive	MMR
ME	Montenegro	inactive	MNE
MN	Mongolia	inactive	MNG
MP	Northern Mariana Islands	inactive	MNP
MZ	Mozambique	inactive	MOZ
MR	Mauritania	inactive	MRT
MS	Montserrat	inactive	MSR
MQ	Martinique	inactive	MTQ
MU	Mauritius	inactive	MUS
MW	Malawi	inactive	MWI
MY	Malaysia	inactive	MYS
YT	Mayotte	inactive	MYT
NA	Namibia	inactive	NAM
NC	New Caledonia	inactive	NCL
NE	Niger	inactive	NER
NF	Norfolk Island	inactive	NFK
NG	Nigeria	inactive	NGA
NI	Nicaragua	inactive	NIC
NU	Niue	inactive	NIU
NL	Netherlands	inactive	NLD
NO	Norway	inactive	NOR
NP	Nepal	inactive	NPL
NR	Nauru	inactive	NRU
NZ	New Zealand	inactive	NZL
OM	Oman	inactive	OMN
PK	Pakistan	inactive	PAK
PA	Panama	inactive	PAN
PN	Pitcairn	inactive	PCN
PE	Peru	inactive	PER
PH	Philippines	inactive	PHL
PW	Palau	inactive	PLW
PG	Papua New Guinea	inactive	PNG
PL	Poland	inactive	POL
PR	Puerto Rico	inactive	PRI
KP	North Korea	inactive	PRK
PT	Portugal	inactive	PRT
PY	Paraguay	inactive	PRY
PS	Palestine, State of	inactive	PSE
PF	French Polynesia	inactive	PYF
QA	Qatar	inactive	QAT
RE	Réunion	inactive	REU
RO	Romania	inactive	ROU
RU	Russian Federation	inactive	RUS
RW	Rwanda	inactive	RWA
SA	Saudi Arabia	inactive	SAU
SD	Sudan	inactive	SDN
SN	Senegal	inactive	SEN
SG	Singapore	inactive	SGP
GS	South Georgia and the South Sandwich Islands	inactive	SGS
SH	Saint Helena, Ascension and Tristan da Cunha	inactive	SHN
SJ	Svalbard and Jan Mayen	inactive	SJM
SB	Solomon Islands	inactive	SLB
SL	Sierra Leone	inactive	SLE
SV	El Salvador	inactive	SLV
SM	San Marino	inactive	SMR
SO	Somalia	inactive	SOM
PM	Saint Pierre and Miquelon	inactive	SPM
RS	Serbia	inactive	SRB
SS	South Sudan	inactive	SSD
ST	Sao Tome and Principe	inactive	STP
SR	Suriname	inactive	SUR
SK	Slovakia	inactive	SVK
SI	Slovenia	inactive	SVN
SE	Sweden	inactive	SWE
SZ	Eswatini	inactive	SWZ
SX	Sint Maarten (Dutch part)	inactive	SXM
SC	Seychelles	inactive	SYC
SY	Syria	inactive	SYR
TC	Turks and Caicos Islands	inactive	TCA
TD	Chad	inactive	TCD
TG	Togo	inactive	TGO
TH	Thailand	inactive	THA
TJ	Tajikistan	inactive	TJK
TK	Tokelau	inactive	TKL
TM	Turkmenistan	inactive	TKM
TL	Timor-Leste	inactive	TLS
TO	Tonga	inactive	TON
TT	Trinidad and Tobago	inactive	TTO
TN	Tunisia	inactive	TUN
TR	Türkiye	inactive	TUR
TV	Tuvalu	inactive	TUV
TW	Taiwan	inactive	TWN
TZ	Tanzania	inactive	TZA
UG	Uganda	inactive	UGA
UA	Ukraine	inactive	UKR
UM	United States Minor Outlying Islands	inactive	UMI
UY	Uruguay	inactive	URY
US	United States	inactive	USA
UZ	Uzbekistan	inactive	UZB
VA	Holy See (Vatican City State)	inactive	VAT
VC	Saint Vincent and the Grenadines	inactive	VCT
VE	Venezuela	inactive	VEN
VG	Virgin Islands, British	inactive	VGB
VI	Virgin Islands, U.S.	inactive	VIR
VN	Vietnam	inactive	VNM
VU	Vanuatu	inactive	VUT
WF	Wallis and Futuna	inactive	WLF
WS	Samoa	inactive	WSM
YE	Yemen	inactive	YEM
ZA	South Africa	inactive	ZAF
ZM	Zambia	inactive	ZMB
ZW	Zimbabwe	inactive	ZWE
#LANGUAGE	Language
aar	Afar
abk	Abkhazian
ace	Achinese
ach	Acoli
ada	Adangme
ady	Adyghe
afa	Afro-Asiatic languages
afh	Afrihili
afr	Afrikaans
ain	Ainu
aka	Akan
akk	Akkadian
alb	Albanian
ale	Aleut
alg	Algonquian languages
alt	Southern Altai
amh	Amharic
ang	English, Old
anp	Angika
apa	Apache languages
ara	Arabic
arc	Official Aramaic
arg	Aragonese
arm	Armenian
arn	Mapudungun
arp	Arapaho
art	Artificial languages
arw	Arawak
arz	Egyptian Arabic
ase	American Sign Language
asm	Assamese
ast	Asturian
ath	Athapascan languages
aus	Australian languages
ava	Avaric
ave	Avestan
awa	Awadhi
aym	Aymara
aze	Azerbaijani
bad	Banda languages
bai	Bamileke languages
bak	Bashkir
bal	Baluchi
bam	Bambara
ban	Balinese
baq	Basque
bas	Basa
bat	Baltic languages
bej	Beja
bel	Belarusian
bem	Bemba
ben	Bengali
ber	Berber languages
bho	Bhojpuri
bih	Bihari languages
bik	Bikol
bin	Bini
bis	Bislama
bla	Siksika
bnt	Bantu
bod	Tibetan
bos	Bosnian
bra	Braj
bre	Breton
btk	Batak languages
bua	Buriat
bug	Buginese
bul	Bulgarian
bur	Burmese
byn	Blin
cad	Caddo
cai	Central American Indian languages
car	Galibi Carib
cat	Catalan
cau	Caucasian languages
ceb	Cebuano
cel	Celtic languages
ces	Czech
cha	Chamorro
chb	Chibcha
che	Chechen
chg	Chagatai
chi	Chinese
chk	Chuukese
chm	Mari
chn	Chinook jargon
cho	Choctaw
chp	Chipewyan
chr	Cherokee
chu	Church Slavic
chv	Chuvash
chy	Cheyenne
ckb	Central Kurdish
cmc	Chamic languages
cmn	Mandarin Chinese
cnr	Montenegrin
cop	Coptic
cor	Cornish
cos	Corsican
cpe	Creoles and pidgins, English based
cpf	Creoles and pidgins, French-based
cpp	Creoles and pidgins, Portuguese-based
cre	Cree
crh	Crimean Tatar
crp	Creoles and pidgins
csb	Kashubian
cus	Cushitic languages
cym	Welsh
cze	Czech
dak	Dakota
dan	Danish
dar	Dargwa
day	Land Dayak languages
del	Delaware
den	Slave
deu	German
dgr	Dogrib
din	Dinka
div	Divehi
doi	Dogri
dra	Dravidian languages
dsb	Lower Sorbian
dua	Duala
dum	Dutch, Middle
dut	Dutch
dyu	Dyula
dzo	Dzongkha
efi	Efik
egy	Egyptian
eka	Ekajuk
ell	Greek, Modern
elx	Elamite
eng	English
enm	English, Middle
epo	Esperanto
est	Estonian
eus	Basque
ewe	Ewe
ewo	Ewondo
fan	Fang
fao	Faroese
fas	Persian
fat	Fanti
fij	Fijian
fil	Filipino
fin	Finnish
fiu	Finno-Ugrian languages
fon	Fon
fra	French
fre	French
frm	French, Middle
fro	French, Old
frr	Northern Frisian
frs	Eastern Frisian
fry	Western Frisian
ful	Fulah
fur	Friulian
gaa	Ga
gay	Gayo
gba	Gbaya
gem	Germanic languages
geo	Georgian
ger	German
gez	Geez
gil	Gilbertese
gla	Gaelic
gle	Irish
glg	Galician
glv	Manx
gmh	German, Middle High
goh	German, Old High
gon	Gondi
gor	Gorontalo
got	Gothic
grb	Grebo
grc	Greek, Ancient
gre	Greek, Modern
grn	Guarani
gsw	Swiss German
guj	Gujarati
gwi	Gwich'in
hai	Haida
hak	Hakka Chinese
hat	Haitian
hau	Hausa
haw	Hawaiian
heb	Hebrew
her	Herero
hil	Hiligaynon
him	Himachali languages
hin	Hindi
hit	Hittite
hmn	Hmong
hmo	Hiri Motu
hnj	Hmong Njua
hrv	Croatian
hsb	Upper Sorbian
hsn	Xiang Chinese
hun	Hungarian
hup	Hupa
hye	Armenian
iba	Iban
ibo	Igbo
ice	Icelandic
ido	Ido
iii	Sichuan Yi
ijo	Ijo languages
iku	Inuktitut
ile	Interlingue
ilo	Iloko
ina	Interlingua
inc	Indic languages
ind	Indonesian
ine	Indo-European languages
inh	Ingush
ipk	Inupiaq
ira	Iranian languages
iro	Iroquoian languages
isl	Icelandic
ita	Italian
ium	Iu Mien
jav	Javanese
jbo	Lojban
jpn	Japanese
jpr	Judeo-Persian
jrb	Judeo-Arabic
kaa	Kara-Kalpak
kab	Kabyle
kac	Kachin
kal	Kalaallisut
kam	Kamba
kan	Kannada
kar	Karen languages
kas	Kashmiri
kat	Georgian
kau	Kanuri
kaw	Kawi
kaz	Kazakh
kbd	Kabardian
kha	Khasi
khi	Khoisan languages
khm	Central Khmer
kho	Khotanese
kik	Kikuyu
kin	Kinyarwanda
kir	Kirghiz
kjb	Q'anjob'al
kmb	Kimbundu
kok	Konkani
kom	Komi
kon	Kongo
kor	Korean
kos	Kosraean
kpe	Kpelle
krc	Karachay-Balkar
krl	Karelian
kro	Kru languages
kru	Kurukh
kua	Kuanyama
kum	Kumyk
kur	Kurdish
kut	Kutenai
lad	Ladino
lah	Lahnda
lam	Lamba
lao	Lao
lat	Latin
lav	Latvian
lez	Lezghian
lim	Limburgan
lin	Lingala
lit	Lithuanian
lol	Mongo
loz	Lozi
ltz	Luxembourgish
lua	Luba-Lulua
lub	Luba-Katanga
lug	Ganda
lui	Luiseno
lun	Lunda
luo	Luo
lus	Lushai
mac	Macedonian
mad	Madurese
mag	Magahi
mah	Marshallese
mai	Maithili
mak	Makasar
mal	Malayalam
mam	Mam
man	Mandingo
mao	Maori
map	Austronesian languages
mar	Marathi
mas	Masai
may	Malay
mdf	Moksha
mdr	Mandar
men	Mende
mga	Irish, Middle
mic	Mi'kmaq
min	Minangkabau
mis	Uncoded languages
mix	Mixtepec Mixtec
mkd	Macedonian
mkh	Mon-Khmer languages
mlg	Malagasy
mlt	Maltese
mnc	Manchu
mni	Manipuri
mno	Manobo languages
moh	Mohawk
mon	Mongolian
mos	Mossi
mri	Maori
msa	Malay
mul	Multiple languages
mun	Munda languages
mus	Creek
mwl	Mirandese
mwr	Marwari
mww	Hmong Daw
mya	Burmese
myn	Mayan languages
myv	Erzya
nah	Nahuatl languages
nai	North American Indian languages
nan	Min Nan Chinese
nap	Neapolitan
nau	Nauru
nav	Navajo
nbl	Ndebele, South
nde	Ndebele, North
ndo	Ndonga
nds	Low German
nep	Nepali
new	Nepal Bhasa
nia	Nias
nic	Niger-Kordofanian languages
niu	Niuean
nld	Dutch
nno	Norwegian Nynorsk
nob	Bokmål, Norwegian
nog	Nogai
non	Norse, Old
nor	Norwegian
nqo	N'Ko
nso	Pedi
nub	Nubian languages
nwc	Classical Newari
nya	Chichewa
nym	Nyamwezi
nyn	Nyankole
nyo	Nyoro
nzi	Nzima
oci	Occitan
oji	Ojibwa
ori	Oriya
orm	Oromo
osa	Osage
oss	Ossetian
ota	Turkish, Ottoman
oto	Otomian languages
paa	Papuan languages
pag	Pangasinan
pal	Pahlavi
pam	Pampanga
pan	Panjabi
pap	Papiamento
pau	Palauan
peo	Persian, Old
per	Persian
pes	Iranian Persian
phi	Philippine languages
phn	Phoenician
pli	Pali
pol	Polish
pon	Pohnpeian
por	Portuguese
pra	Prakrit languages
pro	Provençal, Old
prs	Dari
pus	Pushto
quc	K'iche'
que	Quechua
raj	Rajasthani
rap	Rapanui
rar	Rarotongan
roa	Romance languages
roh	Romansh
rom	Romany
ron	Romanian
rum	Romanian
run	Rundi
rup	Aromanian
rus	Russian
sad	Sandawe
sag	Sango
sah	Yakut
sai	South American Indian
sal	Salishan languages
sam	Samaritan Aramaic
san	Sanskrit
sas	Sasak
sat	Santali
scn	Sicilian
sco	Scots
sel	Selkup
sem	Semitic languages
sga	Irish, Old
sgn	Sign Languages
shn	Shan
sid	Sidamo
sin	Sinhala
sio	Siouan languages
sit	Sino-Tibetan languages
sla	Slavic languages
slk	Slovak
slo	Slovak
slv	Slovenian
sma	Southern Sami
sme	Northern Sami
smi	Sami languages
smj	Lule Sami
smn	Inari Sami
smo	Samoan
sms	Skolt Sami
sna	Shona
snd	Sindhi
snk	Soninke
sog	Sogdian
som	Somali
son	Songhai languages
sot	Sotho, Southern
spa	Spanish
sqi	Albanian
srd	Sardinian
srn	Sranan Tongo
srp	Serbian
srr	Serer
ssa	Nilo-Saharan languages
ssw	Swati
suk	Sukuma
sun	Sundanese
sus	Susu
sux	Sumerian
swa	Swahili
swe	Swedish
syc	Classical Syriac
syr	Syriac
tah	Tahitian
tai	Tai languages
tam	Tamil
tat	Tatar
tel	Telugu
tem	Timne
ter	Tereno
tet	Tetum
tgk	Tajik
tgl	Tagalog
tha	Thai
tib	Tibetan
tig	Tigre
tir	Tigrinya
tiv	Tiv
tkl	Tokelau
tlh	Klingon
tli	Tlingit
tmh	Tamashek
tog	Tonga
ton	Tonga
tpi	Tok Pisin
trq	San Martin Itunyoso Triqui
tsi	Tsimshian
tsn	Tswana
tso	Tsonga
tuk	Turkmen
tum	Tumbuka
tup	Tupi languages
tur	Turkish
tut	Altaic languages
tvl	Tuvalu
twi	Twi
tyv	Tuvinian
udm	Udmurt
uga	Ugaritic
uig	Uighur
ukr	Ukrainian
umb	Umbundu
und	Undetermined
urd	Urdu
uzb	Uzbek
vai	Vai
ven	Venda
vie	Vietnamese
vol	Volapük
vot	Votic
wak	Wakashan languages
wal	Walamo
war	Waray
was	Washo
wel	Welsh
wen	Sorbian languages
wln	Walloon
wol	Wolof
wuu	Wu Chinese
xal	Kalmyk
xho	Xhosa
yao	Yao
yap	Yapese
yid	Yiddish
yor	Yoruba
ypk	Yupik languages
yue	Yue Chinese
zap	Zapotec
zbl	Blissymbols
zen	Zenaga
zgh	Standard Moroccan Tamazight
zha	Zhuang
zho	Chinese
znd	Zande languages
zul	Zulu
zun	Zuni
zxx	No linguistic content
zza	Zaza
aa	Afar	inactive	aar
ab	Abkhazian	inactive	abk
af	Afrikaans	inactive	afr
ak	Akan	inactive	aka
am	Amharic	inactive	amh
ar	Arabic	inactive	ara
an	Aragonese	inactive	arg
as	Assamese	inactive	asm
av	Avaric	inactive	ava
ae	Avestan	inactive	ave
ay	Aymara	inactive	aym
az	Azerbaijani	inactive	aze
ba	Bashkir	inactive	bak
bm	Bambara	inactive	bam
be	Belarusian	inactive	bel
bn	Bengali	inactive	ben
bh	Bihari languages	inactive	bih
bi	Bislama	inactive	bis
bo	Tibetan	inactive	tib
bs	Bosnian	inactive	bos
br	Breton	inactive	bre
bg	Bulgarian	inactive	bul
ca	Catalan	inactive	cat
cs	Czech	inactive	cze
ch	Chamorro	inactive	cha
ce	Chechen	inactive	che
cu	Church Slavic	inactive	chu
cv	Chuvash	inactive	chv
kw	Cornish	inactive	cor
co	Corsican	inactive	cos
cr	Cree	inactive	cre
cy	Welsh	inactive	wel
da	Danish	inactive	dan
de	German	inactive	ger
dv	Divehi	inactive	div
dz	Dzongkha	inactive	dzo
el	Greek, Modern	inactive	gre
en	English	inactive	eng
eo	Esperanto	inactive	epo
et	Estonian	inactive	est
eu	Basque	inactive	baq
ee	Ewe	inactive	ewe
fo	Faroese	inactive	fao
fa	Persian	inactive	per
fj	Fijian	inactive	fij
fi	Finnish	inactive	fin
fr	French	inactive	fre
fy	Western Frisian	inactive	fry
ff	Fulah	inactive	ful
gd	Gaelic	inactive	gla
ga	Irish	inactive	gle
gl	Galician	inactive	glg
gv	Manx	inactive	glv
gn	Guarani	inactive	grn
gu	Gujarati	inactive	guj
ht	Haitian	inactive	hat
ha	Hausa	inactive	hau
he	Hebrew	inactive	heb
hz	Herero	inactive	her
hi	Hindi	inactive	hin
ho	Hiri Motu	inactive	hmo
hr	Croatian	inactive	hrv
hu	Hungarian	inactive	hun
hy	Armenian	inactive	arm
ig	Igbo	inactive	ibo
io	Ido	inactive	ido
ii	Sichuan Yi	inactive	iii
iu	Inuktitut	inactive	iku
ie	Interlingue	inactive	ile
ia	Interlingua	inactive	ina
id	Indonesian	inactive	ind
ik	Inupiaq	inactive	ipk
is	Icelandic	inactive	ice
it	Italian	inactive	ita
jv	Javanese	inactive	jav
ja	Japanese	inactive	jpn
kl	Kalaallisut	inactive	kal
kn	Kannada	inactive	kan
ks	Kashmiri	inactive	kas
ka	Georgian	inactive	geo
kr	Kanuri	inactive	kau
kk	Kazakh	inactive	kaz
km	Central Khmer	inactive	khm
ki	Kikuyu	inactive	kik
rw	Kinyarwanda	inactive	kin
ky	Kirghiz	inactive	kir
kv	Komi	inactive	kom
kg	Kongo	inactive	kon
ko	Korean	inactive	kor
kj	Kuanyama	inactive	kua
ku	Kurdish	inactive	kur
lo	Lao	inactive	lao
la	Latin	inactive	lat
lv	Latvian	inactive	lav
li	Limburgan	inactive	lim
ln	Lingala	inactive	lin
lt	Lithuanian	inactive	lit
lb	Luxembourgish	inactive	ltz
lu	Luba-Katanga	inactive	lub
lg	Ganda	inactive	lug
mh	Marshallese	inactive	mah
ml	Malayalam	inactive	mal
mr	Marathi	inactive	mar
mk	Macedonian	inactive	mac
mg	Malagasy	inactive	mlg
mt	Maltese	inactive	mlt
mn	Mongolian	inactive	mon
mi	Maori	inactive	mao
ms	Malay	inactive	may
my	Burmese	inactive	bur
na	Nauru	inactive	nau
nv	Navajo	inactive	nav
nr	Ndebele, South	inactive	nbl
nd	Ndebele, North	inactive	nde
ng	Ndonga	inactive	ndo
ne	Nepali	inactive	nep
nl	Dutch	inactive	dut
nn	Norwegian Nynorsk	inactive	nno
nb	Bokmål, Norwegian	inactive	nob
no	Norwegian	inactive	nor
ny	Chichewa	inactive	nya
oc	Occitan	inactive	oci
oj	Ojibwa	inactive	oji
or	Oriya	inactive	ori
om	Oromo	inactive	orm
os	Ossetian	inactive	oss
pa	Panjabi	inactive	pan
pi	Pali	inactive	pli
pl	Polish	inactive	pol
pt	Portuguese	inactive	por
ps	Pushto	inactive	pus
qu	Quechua	inactive	que
rm	Romansh	inactive	roh
ro	Romanian	inactive	rum
rn	Rundi	inactive	run
ru	Russian	inactive	rus
sg	Sango	inactive	sag
sa	Sanskrit	inactive	san
si	Sinhala	inactive	sin
sk	Slovak	inactive	slo
sl	Slovenian	inactive	slv
se	Northern Sami	inactive	sme
sm	Samoan	inactive	smo
sn	Shona	inactive	sna
sd	Sindhi	inactive	snd
so	Somali	inactive	som
st	Sotho, Southern	inactive	sot
es	Spanish	inactive	spa
sq	Albanian	inactive	alb
sc	Sardinian	inactive	srd
sr	Serbian	inactive	srp
ss	Swati	inactive	ssw
su	Sundanese	inactive	sun
sw	Swahili	inactive	swa
sv	Swedish	inactive	swe
ty	Tahitian	inactive	tah
ta	Tamil	inactive	tam
tt	Tatar	inactive	tat
te	Telugu	inactive	tel
tg	Tajik	inactive	tgk
tl	Tagalog	inactive	tgl
th	Thai	inactive	tha
ti	Tigrinya	inactive	tir
to	Tonga	inactive	ton
tn	Tswana	inactive	tsn
ts	Tsonga	inactive	tso
tk	Turkmen	inactive	tuk
tr	Turkish	inactive	tur
tw	Twi	inactive	twi
ug	Uighur	inactive	uig
uk	Ukrainian	inactive	ukr
ur	Urdu	inactive	urd
uz	Uzbek	inactive	uzb
ve	Venda	inactive	ven
vi	Vietnamese	inactive	vie
vo	Volapük	inactive	vol
wa	Walloon	inactive	wln
wo	Wolof	inactive	wol
xh	Xhosa	inactive	xho
yi	Yiddish	inactive	yid
yo	Yoruba	inactive	yor
za	Zhuang	inactive	zha
zh	Chinese	inactive	chi
zu	Zulu	inactive	zul
ASE	American sign language	inactive	ase
Ar	Arabic	inactive	ara
Hy	Armenian	inactive	arm
Bn	Bengali	inactive	ben
Km	Central Khmer	inactive	khm
CJD	Chamorro	inactive	cha
YUH	Yue Chinese	inactive	yue
En	English	inactive	eng
ILO	Ilocano	inactive	ilo
OTH	Other	inactive
`;
