/**
 * Counties of California: name, inhabitants in thousands (2020 Census, public domain), area codes, and ZIP codes by city
 * (U.S. Postal Service; `93701 02` stands for 93701 and 93702). Of each county the cities with the most ZIP codes.
 */
export const COUNTIES: readonly (readonly [string, number, string, string])[] = [
  [
    'Alameda',
    1682,
    '510 925',
    'Oakland:94601 02 03 05 06 07 09 10 12 19 21;Berkeley:94702 03 04 05 09 10;Fremont:94536 38 39 55;Hayward:94541 42 44 45;San Leandro:94577 78 79;Castro Valley:94546 52;Kensington:94707 08;Piedmont:94611 18;Pleasanton:94566 88;Alameda:94502;Albany:94706;Dublin:94568;Emeryville:94608;Livermore:94550;Newark:94560;San Lorenzo:94580;Sunol:94586;Union City:94587',
  ],
  ['Alpine', 1, '530', 'Hope Valley:96120;Kirkwood:95646'],
  ['Amador', 40, '209', 'Amador City:95601;Fiddletown:95629;Ione:95640;Jackson:95642'],
  ['Butte', 212, '530', 'Bangor:95914;Berry Creek:95916;Biggs:95917;Butte Meadows:95942'],
  ['Calaveras', 45, '209', 'Altaville:95221;Angels Camp:95222;Avery:95224;Bear Valley:95223'],
  ['Colusa', 22, '530', 'Arbuckle:95912;Colusa:95932;Dunnigan:95937;Grimes:95950'],
  [
    'Contra Costa',
    1166,
    '925 510',
    'Concord:94518 19 20 21;Richmond:94801 04 05;Walnut Creek:94595 96 98;Alamo:94507;Antioch:94509;Bethel Island:94511;Black Hawk:94506;Brentwood:94513;Byron:94514;Clayton:94517;Crockett:94525;Danville:94526;El Cerrito:94530;El Sobrante:94803;Hercules:94547;Lafayette:94549;Moraga:94556',
  ],
  ['Del Norte', 28, '707', 'Crescent City:95531;Gasquet:95543;Klamath:95548;Smith River:95567'],
  ['El Dorado', 191, '530', 'Cameron Park:95682;Camino:95709;Coloma:95613;Cool:95614'],
  [
    'Fresno',
    1009,
    '559',
    'Fresno:93701 02 03 05 10 11 20 21 22 26 27 28;Clovis:93611 12;Auberry:93602;Big Creek:93605;Biola:93606;Calwa:93725;Cantua Creek:93608;Caruthers:93609;Coalinga:93210;Del Rey:93616;Dunlap:93621;Easton:93706;Firebaugh:93622;Five Points:93624',
  ],
  ['Glenn', 29, '530', 'Artois:95913;Butte City:95920;Elk Creek:95939;Glenn:95943'],
  ['Humboldt', 136, '707', 'Eureka:95501 02 03;Alderpoint:95511;Bayside:95524;Blocksburg:95514'],
  ['Imperial', 180, '760', 'Brawley:92227;Calexico:92231;Calipatria:92233;El Centro:92243'],
  ['Inyo', 19, '760', 'Big Pine:93513;Cartago:93549;Darwin:93522;Death Valley:92328'],
  [
    'Kern',
    909,
    '661',
    'Bakersfield:93301 04 06 07 08 09 11 13;Delano:93215 16;Frazier Park:93222 25;Arvin:93203;Bodfish:93205;Boron:93516;Buttonwillow:93206;California City:93505;China Lake Nwc:93555;College Heights:93305;Fellows:93224;Glennville:93226;Gorman:93243',
  ],
  ['Kings', 152, '559', 'Armona:93202;Avenal:93204;Corcoran:93212;Hanford:93230'],
  ['Lake', 68, '707', 'Clearlake:95422;Clearlake Oaks:95423;Clearlake Park:95424;Glenhaven:95443'],
  ['Lassen', 33, '530', 'Bieber:96009;Doyle:96109;Herlong:96113;Janesville:96114'],
  [
    'Los Angeles',
    10014,
    '213 310 323 562 626 661 818',
    'Los Angeles:90001 02 03 04 05 06 07 08 10 11 12 13 14 15 16 17 18 19 20 21 23 24 25 26 27 28 29 31 32 33 34 35 36 37 38 39 41 42 43 44 45 47 48 49 56 57 59 61 62 64 65 66 67 68 71 77;Glendale:91201 02 03 04 05 06 07 08;Long Beach:90802 03 05 08 13 14 15 22;Pasadena:91101 03 04 05 06 07;Burbank:91501 02 04 05 06;Santa Monica:90401 02 03 04 05;Torrance:90501 02 03 04 05;Whittier:90601 02 03 04 05;Inglewood:90301 02 03 05;Van Nuys:91401 05 06 11;Beverly Hills:90210 11 12;Carson:90745 46 90810;Covina:91722 23 24;Downey:90240 41 42;Gardena:90247 48 49;Lakewood:90712 13 15;North Hollywood:91601 05 06;Signal Hill:90804 06 07;West Covina:91790 91 92;Alhambra:91801 03;Arcadia:91006 07;Canoga Park:91303 04;Cerritos:90701 03;Culver City:90230 32;Diamond Bar:91765 89;El Monte:91731 32;Encino:91316 91436;Glendora:91740 41;Juniper Hills:93543 53;Lawndale:90260 61;Malibu:90263 65;Monterey Park:91754 55;Newhall:91321 81;Northridge:91324 25;Pomona:91767 68;Redondo Beach:90277 78;San Gabriel:91775 76;Sherman Oaks:91403 23;Valencia:91354 55;Woodland Hills:91364 67;Acton:93510;Agua Dulce:91350;Altadena:91001;Arleta:91331;Avalon:90704;Azusa:91702;Bassett:91746;Bell Gardens:90201;Bellflower:90706;Bradbury:91010;Calabasas:91302;Canyon Country:91351;Castaic:91384;Chatsworth:91311;Claremont:91711;Cole:90046;Crystalaire:93544;El Segundo:90245;Elizabeth Lake:93532;Flintridge:91011;Granada Hills:91344;Harbor City:90710;Hazard:90063;Hermosa Beach:90254;Hi Vista:93535;Holly Park:90250;Huntington Park:90255;Industry:91744;Irwindale:91706;La Crescenta:91214;La Mirada:90638;La Verne:91750;Lancaster:93534;Lennox:90304;Leona Valley:93551;Los Nietos:90606;Lynwood:90262;Manhattan Beach:90266;Marina Del Rey:90292;Maywood:90270;Mission Hills:91345;Monrovia:91016;Montebello:90640;Montrose:91020;Mt Baldy:91759;North Hills:91343;Norwalk:90650;Oak Park:91301;Palmdale:93552;Panorama City:91402;Paramount:90723;Phillips Ranch:91766;Pico Rivera:90660;Playa Del Rey:90293;Porter Ranch:91326;Quartz Hill:93536;Reseda:91335;Rosemead:91770;Rosewood:90222;Rowland Heights:91748;San Dimas:91773;San Fernando:91340;San Marino:91108;San Pedro:90731;Shadow Hills:91040;Sierra Madre:91024;South El Monte:91733;South Gate:90280;South Pasadena:91030;Studio City:91604;Sun Valley:91352;Sylmar:91342;Tarzana:91356;Temple City:91780;Toluca Lake:91602;Topanga:90290;Tujunga:91042;Universal City:91608;Valley Village:91607;Valyermo:93563;Venice:90291;Vernon:90058;West Hills:91307;West Hollywood:90069;Wilmington:90744;Winnetka:91306',
  ],
  ['Madera', 156, '559', 'Madera:93637 38;Ahwahnee:93601;Bass Lake:93604;Chowchilla:93610'],
  ['Marin', 262, '415', 'Novato:94945 47 49;Belvedere:94920;Bolinas:94924;Civic Center:94903'],
  ['Mariposa', 17, '209', 'Catheys Valley:95306;Coulterville:95311;El Portal:95318;Fish Camp:93623'],
  ['Mendocino', 92, '707', 'Albion:95410;Boonville:95415;Branscomb:95417;Caspar:95420'],
  ['Merced', 281, '209', 'Atwater:95301;Ballico:95303;Cressey:95312;Delhi:95315'],
  ['Modoc', 9, '530', 'Adin:96006;Alturas:96101;Canby:96015;Cedarville:96104'],
  ['Mono', 13, '760', 'Benton:93512;Bridgeport:93517;Coleville:96107;Crowley Lake:93546'],
  [
    'Monterey',
    439,
    '831',
    'Salinas:93901 05 06 08;Carmel:93921 23;Aromas:95004;Big Sur:93920;Bradley:93426;Carmel Valley:93924',
  ],
  ['Napa', 138, '707', 'Angwin:94508;Calistoga:94515;Deer Park:94576;Napa:94559'],
  ['Nevada', 102, '530', 'Grass Valley:95945 49;Nevada City:95959;North San Juan:95960;Penn Valley:95946'],
  [
    'Orange',
    3187,
    '714 949',
    'Anaheim:92801 02 04 05 06 07 08 21 23;Newport Beach:92657 60 61 62 63;Santa Ana:92701 03 04 06;Mission Viejo:92675 91 92;Buena Park:90620 21;Costa Mesa:92626 27;Laguna Niguel:92651 77;San Clemente:92672 73;Aliso Viejo:92656;Cerritos:90623;Corona Del Mar:92625;Coto De Caza:92679;Cowan Heights:92705;Cypress:90630;Foothill Ranch:92610;Fountain Valley:92708;Laguna Hills:92653;Lake Forest:92630;Midway City:92655;Monarch Bay:92629;Rossmoor:90720;Seal Beach:90740;Silverado:92676;Stanton:90680;Sunset Beach:90742;Surfside:90743;Westminster:92683',
  ],
  [
    'Placer',
    405,
    '916 530',
    'Roseville:95661 78 95747;Auburn:95602 03;Rocklin:95677 95765;Alta:95701;Applegate:95703;Carnelian Bay:96140',
  ],
  ['Plumas', 20, '530', 'Canyondam:95923;Chester:96020;Chilcoot:96105;Clio:96106'],
  [
    'Riverside',
    2418,
    '951 760',
    'Riverside:92501 03 04 05 06 07 08;Hemet:92543 44 45;Moreno Valley:92553 55 57;Temecula:92590 91 92;Lake Elsinore:92530 32;Murrieta:92562 63;Palm Springs:92262 64;Aguanga:92536;Anza:92539;Banning:92220;Beaumont:92223;Cabazon:92230;Calimesa:92320;Canyon Lake:92587;Cathedral City:92234;Chiriaco Summit:92201;Coachella:92236;Corona:91719;Eagle Mountain:92239;Homeland:92548;Idyllwild:92549;Indian Wells:92210;Indio:92203;La Quinta:92253;Lakeview:92567;Lost Lake:92225;March Air Force:92518;Mead Valley:92570;Mecca:92254;Menifee:92584;Mira Loma:91752;Mountain Center:92561;Palm City:92260;Palm Desert:92211;Perris:92571',
  ],
  [
    'Sacramento',
    1585,
    '916 279',
    'Sacramento:95814 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 41 42 43 64;Citrus Heights:95610 21;Elk Grove:95624 95758;Carmichael:95608;Courtland:95615;El Dorado Hills:95630;Elverta:95626;Fair Oaks:95628;Galt:95632;Gold River:95670;Herald:95638;Hood:95639;Isleton:95641;Mather Afb:95655;North Highlands:95660;Orangevale:95662;Rancho Cordova:95742;Rancho Murieta:95683;Rio Linda:95673;Walnut Grove:95690;Wilton:95693',
  ],
  ['San Benito', 64, '831', 'Hollister:95023;Paicines:95043'],
  [
    'San Bernardino',
    2182,
    '909 760',
    'San Bernardino:92401 04 07 08 10 11;Fontana:92335 36 37;Ontario:91761 62 64;Alta Loma:91701 37;Apple Valley:92307 08;Redlands:92373 74;Rialto:92376 77;Upland:91784 86;Adelanto:92301;Amboy:92304;Angelus Oaks:92305;Argus:93562;Arrowbear Lake:92382;Baker:92309;Barstow:92311;Big Bear City:92314;Big Bear Lake:92315;Big River:92242;Bloomington:92316;Blue Jay:92317;Bryn Mawr:92318;Cedar Glen:92321;Chino:91710;Chino Hills:91709;Cima:92323;Crestline:92325;Daggett:92327;East Highland:92346;Essex:92332;Etiwanda:91739;Fawnskin:92333',
  ],
  [
    'San Diego',
    3299,
    '619 760 858',
    'San Diego:92101 02 03 04 05 06 07 08 09 10 11 13 14 15 16 17 19 20 21 22 23 24 26 27 28 29 30 31 39 54;Chula Vista:91910 11 13 14 15;Escondido:92025 26 27 29;El Cajon:92019 20 21;Oceanside:92054 56 57;Carlsbad:92008 09;La Mesa:91941 42;Spring Valley:91977 78;Vista:92083 84;Alpine:91901;Bonita:91902;Bonsall:92003;Borrego Springs:92004;Boulevard:91905;Campo:91906;Coronado:92118;Del Mar:92014;Descanso:91916;Dulzura:91917;Encinitas:92024;Fallbrook:92028;Guatay:91931;Imperial Beach:91932;Jacumba:91934;Jamul:91935;Julian:92036;La Jolla:92037;Lakeside:92040;Lemon Grove:91945;Mount Laguna:91948;National City:91950;Pala:92059;Pauma Valley:92061;Pine Valley:91962;Potrero:91963;Poway:92064;Ramona:92065;Ranchita:92066;Rancho Santa Fe:92067;San Marcos:92069;San Ysidro:92173;Santa Ysabel:92070;Santee:92071;Solana Beach:92075;Tecate:91980;Valley Center:92082;Warner Springs:92086',
  ],
  [
    'San Francisco',
    874,
    '415 628',
    'San Francisco:94102 03 04 05 07 08 09 10 11 12 14 15 16 17 18 21 22 23 24 27 29 30 31 32 33 34',
  ],
  [
    'San Joaquin',
    779,
    '209',
    'Stockton:95202 03 04 05 06 07 09 10 12 15 19;Lodi:95240 42;Manteca:95336 37;Acampo:95220;Clements:95227;Escalon:95320;Farmington:95230;French Camp:95231;Lathrop:95330;Linden:95236;Lockeford:95237',
  ],
  [
    'San Luis Obispo',
    282,
    '805',
    'San Luis Obispo:93401 05;Adelaide:93446;Atascadero:93422;Avila Beach:93424',
  ],
  [
    'San Mateo',
    764,
    '650',
    'Redwood City:94061 63 65;San Mateo:94402 03;Atherton:94027;Belmont:94002;Brisbane:94005;Colma:94014;Daly City:94015;East Palo Alto:94303;Foster City:94404;Half Moon Bay:94019;Hillsborough:94010',
  ],
  [
    'Santa Barbara',
    448,
    '805',
    'Santa Barbara:93101 03 05 09 10 11;Lompoc:93436 37;Ballard:93463;Buellton:93427;Carpinteria:93013;Casmalia:93429',
  ],
  [
    'Santa Clara',
    1936,
    '408 650',
    'San Jose:95110 11 12 13 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 38 39 48;Mountain View:94040 41 43;Palo Alto:94301 04 06;Santa Clara:95050 51 54;Sunnyvale:94086 87 89;Los Altos:94022 24;Alviso:95002;Campbell:95008;Gilroy:95020;Los Gatos:95032;Milpitas:95035;Monte Sereno:95030;Monte Vista:95014;Morgan Hill:95037;Mount Hamilton:95140;San Martin:95046;Saratoga:95070;Stanford:94305',
  ],
  ['Santa Cruz', 271, '831', 'Santa Cruz:95062 64 65;Scotts Valley:95060 66;Aptos:95003;Ben Lomond:95005'],
  ['Shasta', 182, '530', 'Redding:96001 02 03;Anderson:96007;Bella Vista:96008;Big Bend:96011'],
  ['Sierra', 3, '530', 'Alleghany:95910;Calpine:96124;Downieville:95936;Goodyears Bar:95944'],
  ['Siskiyou', 44, '530', 'Callahan:96014;Dorris:96023;Dunsmuir:96025;Edgewood:96094'],
  [
    'Solano',
    453,
    '707',
    'Vacaville:95687 88;Vallejo:94590 91;American Canyon:94589;Benicia:94510;Birds Landing:94512;Elmira:95625',
  ],
  [
    'Sonoma',
    489,
    '707',
    'Santa Rosa:95401 03 04 05 07 09;Petaluma:94952 54;Annapolis:95412;Bodega:94922;Bodega Bay:94923;Camp Meeker:95419;Cazadero:95421',
  ],
  [
    'Stanislaus',
    553,
    '209',
    'Modesto:95350 51 54 55 56 57 58;Turlock:95380 82;Ceres:95307;Crows Landing:95313;Denair:95316;Hickman:95323;Hughson:95326;Keyes:95328',
  ],
  ['Sutter', 100, '530', 'Yuba City:95991 93;Live Oak:95953;Meridian:95957;Pleasant Grove:95668'],
  ['Tehama', 66, '530', 'Corning:96021;Flournoy:96029;Gerber:96035;Los Molinos:96055'],
  ['Trinity', 16, '530', 'Big Bar:96010;Burnt Ranch:95527;Douglas City:96024;Hayfork:96041'],
  [
    'Tulare',
    473,
    '559',
    'Visalia:93277 91 92;Alpaugh:93201;Badger:93603;Camp Nelson:93208;Cutler:93615;Dinuba:93618;Ducor:93218',
  ],
  ['Tuolumne', 56, '209', 'Big Oak Flat:95305;Cold Springs:95335;Columbia:95310;Groveland:95321'],
  [
    'Ventura',
    844,
    '805',
    'Oxnard:93030 33 35;Camarillo:93010 12;Bardsdale:93015;Moorpark:93021;Newbury Park:91320;Oak View:93022;Ojai:93023;Piru:93040;Port Hueneme:93041;Santa Paula:93060;Santa Susana:93063;Simi Valley:93065',
  ],
  ['Yolo', 216, '530', 'Woodland:95695 95776;Brooks:95606;Bryte:95605;Capay:95607'],
  ['Yuba', 82, '530', 'Beale Afb:95903;Browns Valley:95918;Brownsville:95919;Camptonville:95922'],
];

/** Common street names, as many as fit a town; not those of any one place. */
export const STREETS =
  'OAK MAIN PARK MAPLE CEDAR ELM WALNUT PINE WASHINGTON LAKE HILL FIRST SECOND THIRD FOURTH FIFTH SIXTH ' +
  'SEVENTH EIGHTH NINTH TENTH MISSION BROADWAY VALLEY CHURCH HIGHLAND SUNSET ORANGE PALM OLIVE MAGNOLIA ' +
  'SYCAMORE LAUREL LINCOLN JEFFERSON MADISON MONROE JACKSON FRANKLIN GRANT HARRISON CENTRAL GRAND UNION ' +
  'MARKET SPRING RIVER CANYON CREEK MEADOW VISTA BELLA-VISTA BUENA-VISTA LOMA-LINDA LOS-ALAMOS SAN-JOSE ' +
  'SAN-PABLO SANTA-FE SANTA-ROSA ALAMEDA CAMINO-REAL DEL-MAR EL-MONTE LA-PALMA MONTEREY SONOMA SIERRA ' +
  'REDWOOD EUCALYPTUS MANZANITA POPPY ROSE JASMINE ALMOND CHERRY PEACH APRICOT LEMON VINEYARD ORCHARD ' +
  'HARVEST RANCH COLTON FREMONT SUTTER STANFORD HARVARD YALE CAMBRIDGE OXFORD BERKSHIRE DEVON KENWOOD ' +
  'GLENWOOD ELMWOOD BRENTWOOD FAIRVIEW RIDGEVIEW HILLCREST CLIFFSIDE LAKESIDE BROOKSIDE COLERAIN REVERE ' +
  'CALVIN GORDON GORHAM DOUGLAS ROBINSON CALDER ALDER ASPEN BIRCH CYPRESS JUNIPER WILLOW QUAIL HAWK EAGLE ' +
  'FALCON HERON DOVE ROBIN FOXGLOVE LUPINE SAGE CORBET MURDOCK LORENZO GROUSE';

export const STREET_TYPES = 'ST ST ST AVE AVE AVE DR DR RD LN WAY CT BLVD PL CIR';
