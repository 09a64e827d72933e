// CDC, VIS table (public domain), 2025-12-09
// barcode, name, edition, status
export const VIS = `
253088698300001111110714	Adenovirus VIS	2011-07-14	historic
253088698300001111140611	Adenovirus VIS	2014-06-11	historic
253088698300001111200108	Adenovirus Vaccine VIS	2020-01-08	current
253088698300002811100310	Anthrax VIS	2010-03-10	historic
253088698300002811180321	Anthrax Vaccine VIS	2018-03-21	historic
253088698300002811200108	Anthrax Vaccine VIS	2020-01-08	current
253088698300003511070517	Diphtheria/Tetanus/Pertussis (DTaP) VIS	2007-05-17	historic
253088698300003511180824	DTaP (Diphtheria, Tetanus, Pertussis) Vaccine VIS	2018-08-24	historic
253088698300003511200401	DTaP (Diphtheria, Tetanus, Pertussis) Vaccine VIS	2020-04-01	historic
253088698300003511210806	DTaP (Diphtheria, Tetanus, Pertussis) Vaccine VIS	2021-08-06	current
253088698300004211111025	Hepatitis A VIS	2011-10-25	historic
253088698300004211160720	Hepatitis A Vaccine VIS	2016-07-20	historic
253088698300004211200728	Hepatitis A Vaccine VIS	2020-07-28	historic
253088698300004211211015	Hepatitis A Vaccine VIS	2021-10-15	historic
253088698300004211250131	Hepatitis A Vaccine VIS	2025-01-31	current
253088698300005911120202	Hepatitis B VIS	2012-02-02	historic
253088698300005911160720	Hepatitis B Vaccine VIS	2016-07-20	historic
253088698300005911181012	Hepatitis B Vaccine VIS	2018-10-12	historic
253088698300005911190815	Hepatitis B Vaccine VIS	2019-08-15	historic
253088698300005911211015	Hepatitis B Vaccine VIS	2021-10-15	historic
253088698300005911230512	Hepatitis B Vaccine VIS	2023-05-12	historic
253088698300005911250131	Hepatitis B Vaccine VIS	2025-01-31	current
253088698300006611140204	Haemophilus Influenzae type b VIS	2014-02-04	historic
253088698300006611150402	Haemophilus Influenzae type b VIS	2015-04-02	historic
253088698300006611191030	Hib Vaccine VIS	2019-10-30	historic
253088698300006611210806	Haemophilus Influenzae type b (Hib) Vaccine VIS	2021-08-06	current
253088698300006611981216	Haemophilus Influenzae type b VIS	1998-12-16	historic
253088698300007311110503	Human papillomavirus Vaccine (Cervarix) VIS	2011-05-03	historic
253088698300008011120222	Human papillomavirus Vaccine (Gardasil) VIS	2012-02-22	historic
253088698300008011130517	Human papillomavirus Vaccine (Gardasil) VIS	2013-05-17	historic
253088698300009711120702	Influenza Vaccine - Live, Intranasal VIS	2012-07-02	historic
253088698300009711130726	Influenza Vaccine - Live, Intranasal VIS	2013-07-26	historic
253088698300009711140819	Influenza Vaccine - Live, Intranasal VIS	2014-08-19	historic
253088698300009711150807	Influenza Vaccine - Live, Intranasal VIS	2015-08-07	historic
253088698300009711190815	Live Attenuated Influenza Vaccine VIS	2019-08-15	historic
253088698300009711210806	Influenza (Flu) Vaccine (Live, Intranasal) VIS	2021-08-06	historic
253088698300009711250131	Influenza (Flu) Vaccine (Live, Intranasal) VIS	2025-01-31	current
253088698300010311120702	Influenza Vaccine - Inactivated VIS	2012-07-02	historic
253088698300010311130726	Influenza Vaccine - Inactivated VIS	2013-07-26	historic
253088698300010311140819	Influenza Vaccine - Inactivated VIS	2014-08-19	historic
253088698300010311150807	Influenza Vaccine - Inactivated VIS	2015-08-07	historic
253088698300010311190815	Inactivated Influenza Vaccine VIS	2019-08-15	historic
253088698300010311210806	Influenza (Flu) Vaccine (Inactivated or Recombinant) VIS	2021-08-06	historic
253088698300010311250131	Influenza (Flu) Vaccine (Inactivated or Recombinant) VIS	2025-01-31	current
253088698300011011111207	Japanese Encephalitis VIS	2011-12-07	historic
253088698300011011140124	Japanese Encephalitis VIS	2014-01-24	historic
253088698300011011190815	Japanese Encephalitis Vaccine VIS	2019-08-15	current
253088698300012711120420	Measles/Mumps/Rubella VIS	2012-04-20	historic
253088698300012711180212	MMR Vaccine VIS	2018-02-12	historic
253088698300012711190815	MMR Vaccine VIS	2019-08-15	historic
253088698300012711210806	MMR Vaccine (Measles, Mumps, and Rubella) VIS	2021-08-06	historic
253088698300012711250131	MMR Vaccine (Measles, Mumps, and Rubella) VIS	2025-01-31	current
253088698300013411100521	Measles/Mumps/Rubella/Varicella VIS	2010-05-21	historic
253088698300013411180212	MMRV Vaccine VIS	2018-02-12	historic
253088698300013411190815	MMRV Vaccine VIS	2019-08-15	historic
253088698300013411210806	MMRV Vaccine (Measles, Mumps, Rubella, and Varicella) VIS	2021-08-06	historic
253088698300013411250131	MMRV Vaccine (Measles, Mumps, Rubella, and Varicella) VIS	2025-01-31	current
253088698300014111111014	Meningococcal VIS	2011-10-14	historic
253088698300014111160331	Meningococcal ACWY Vaccines VIS	2016-03-31	historic
253088698300014111180824	Meningococcal ACWY Vaccines VIS	2018-08-24	historic
253088698300014111190815	Meningococcal ACWY Vaccine VIS	2019-08-15	historic
253088698300014111210806	Meningococcal ACWY Vaccine VIS	2021-08-06	historic
253088698300014111250131	Meningococcal ACWY Vaccine VIS	2025-01-31	current
253088698300015811100416	Pneumococcal Conjugate (PCV13) VIS	2010-04-16	historic
253088698300015811130227	Pneumococcal Conjugate (PCV13) VIS	2013-02-27	historic
253088698300015811151105	PCV13 Vaccine VIS	2015-11-05	historic
253088698300015811191030	PCV13 VIS	2019-10-30	historic
253088698300015811210806	Pneumococcal Conjugate Vaccine (PCV13) VIS	2021-08-06	historic
253088698300016511091006	Pneumococcal Polysaccharide VIS	2009-10-06	historic
253088698300016511150424	Pneumococcal Polysaccharide VIS	2015-04-24	historic
253088698300016511191030	PPSV23 VIS	2019-10-30	historic
253088698300016511250529	Pneumococcal Polysaccharide Vaccine (PPSV23) VIS	2025-05-29	current
253088698300017211111108	Polio VIS	2011-11-08	historic
253088698300017211160720	Polio Vaccine VIS	2016-07-20	historic
253088698300017211191030	Polio Vaccine VIS	2019-10-30	historic
253088698300017211210806	Polio Vaccine VIS	2021-08-06	historic
253088698300017211250131	Polio Vaccine VIS	2025-01-31	current
253088698300018911091006	Rabies VIS	2009-10-06	historic
253088698300018911200108	Rabies Vaccine VIS	2020-01-08	historic
253088698300018911220602	Rabies Vaccine VIS	2022-06-02	current
253088698300019611101206	Rotavirus VIS	2010-12-06	historic
253088698300019611130826	Rotavirus VIS	2013-08-26	historic
253088698300019611150415	Rotavirus VIS	2015-04-15	historic
253088698300019611180223	Rotavirus Vaccine VIS	2018-02-23	historic
253088698300019611191030	Rotavirus Vaccine VIS	2019-10-30	historic
253088698300019611211015	Rotavirus Vaccine VIS	2021-10-15	current
253088698300020211091006	Shingles VIS	2009-10-06	historic
253088698300020211180212	Live Zoster Vaccine VIS	2018-02-12	historic
253088698300020211191030	Live Zoster Vaccine VIS	2019-10-30	historic
253088698300022611120124	Tetanus/Diphtheria/Pertussis (Tdap/Td) VIS	2012-01-24	historic
253088698300023311120529	Typhoid VIS	2012-05-29	historic
253088698300023311191030	Typhoid VIS	2019-10-30	current
253088698300024011080313	Varicella (Chickenpox) VIS	2008-03-13	historic
253088698300024011180212	Varicella Vaccine VIS	2018-02-12	historic
253088698300024011190815	Varicella Vaccine VIS	2019-08-15	historic
253088698300024011210806	Varicella (Chickenpox) Vaccine VIS	2021-08-06	historic
253088698300024011250131	Varicella (Chickenpox) Vaccine VIS	2025-01-31	current
253088698300025711110330	Yellow Fever VIS	2011-03-30	historic
253088698300025711200401	Yellow Fever VIS	2020-04-01	current
253088698300026411121116	Multiple Vaccines VIS	2012-11-16	historic
253088698300026411141022	Multiple Vaccines VIS	2014-10-22	historic
253088698300026411151105	Multi Pediatric Vaccines VIS	2015-11-05	historic
253088698300026411200401	Multi Pediatric Vaccines VIS	2020-04-01	historic
253088698300026411211015	Multi Pediatric Vaccines VIS	2021-10-15	historic
253088698300026411230724	Multi Pediatric Vaccines VIS	2023-07-24	current
253088698300027111130509	Tetanus/Diphtheria/Pertussis (Tdap) VIS	2013-05-09	historic
253088698300027111150224	Tetanus/Diphtheria/Pertussis (Tdap) VIS	2015-02-24	historic
253088698300027111200401	Tetanus, Diphtheria, Pertussis (Tdap) VIS	2020-04-01	historic
253088698300027111210806	Tdap (Tetanus, Diphtheria, Pertussis) Vaccine VIS	2021-08-06	historic
253088698300027111250131	Tdap (Tetanus, Diphtheria, Pertussis) Vaccine VIS	2025-01-31	current
253088698300028811140204	Tetanus/Diphtheria (Td) VIS	2014-02-04	historic
253088698300028811150224	Tetanus/Diphtheria (Td) VIS	2015-02-24	historic
253088698300028811170411	Tetanus/Diphtheria (Td) Vaccine VIS	2017-04-11	historic
253088698300028811200401	Tetanus/Diphtheria (Td) Vaccine VIS	2020-04-01	historic
253088698300028811210806	Td (Tetanus, Diphtheria) Vaccine VIS	2021-08-06	current
253088698300029511150415	Human papillomavirus Vaccine, 9-valent (Gardasil 9) VIS	2015-04-15	historic
253088698300029511160331	HPV Vaccine (Gardasil-9) VIS	2016-03-31	historic
253088698300029511161202	HPV Vaccine VIS	2016-12-02	historic
253088698300029511191030	HPV Vaccine VIS	2019-10-30	historic
253088698300029511210806	HPV (Human Papillomavirus) Vaccine VIS	2021-08-06	current
253088698300030111150814	Meningococcal B VIS	2015-08-14	historic
253088698300030111160809	Serogroup B Meningococcal Vaccine VIS	2016-08-09	historic
253088698300030111190815	Meningococcal B Vaccine VIS	2019-08-15	historic
253088698300030111210806	Meningococcal B Vaccine VIS	2021-08-06	historic
253088698300030111250131	Meningococcal B Vaccine VIS	2025-01-31	current
253088698300031811170706	Cholera Vaccine VIS	2017-07-06	historic
253088698300031811191030	Cholera Vaccine VIS	2019-10-30	historic
253088698300031811241017	Cholera Vaccine VIS	2024-10-17	historic
253088698300031811250131	Cholera Vaccine VIS	2025-01-31	current
253088698300032511180212	Recombinant Zoster Vaccine VIS	2018-02-12	historic
253088698300032511191030	Recombinant Zoster Vaccine VIS	2019-10-30	historic
253088698300032511220204	Recombinant Zoster Vaccine VIS	2022-02-04	current
253088698300033211201201	COVID-19 Pfizer BioNTech Vaccine EUA Recipient-Caregiver Fact Sheet	2021-04-06	historic
253088698300033211210501	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet-12 years and older	2022-12-08	historic
253088698300034911201201	COVID-19 Moderna Vaccine EUA Recipient-Caregiver Fact Sheet	2020-12-01	historic
253088698300034911210401	COVID-19 Moderna Vaccine EUA Recipient-Caregiver Fact Sheet	2021-08-27	historic
253088698300034911210601	COVID-19 Moderna Vaccine EUA Recipient-Caregiver Adult Fact Sheet	2022-08-31	historic
253088698300034911220901	COVID-19 Moderna Vaccine EUA Recipient-Caregiver Fact Sheet - 6 yrs and older	2022-12-08	historic
253088698300035611210201	COVID-19 AstraZeneca Vaccine EUA Recipient-Caregiver Fact Sheet	2021-02-01	historic
253088698300036311210201	COVID-19 Janssen Vaccine EUA Recipient-Caregiver Fact Sheet	2023-03-13	historic
253088698300037011220101	COVID-19 Novavax EUA Recipient-Caregiver Fact Sheet	2022-10-19	historic
253088698300037011230901	COVID-19 Novavax EUA Recipient-Caregiver Fact Sheet 12 years and older	2023-10-03	historic
253088698300037011240801	COVID-19 Novavax EUA Recipient-Caregiver Fact Sheet 12 years and older	2024-08-30	historic
253088698300042411211001	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet- Pediatric 5yrs to <12 yrs	2022-12-08	historic
253088698300046211211217	Dengue Vaccine VIS	2021-12-17	historic
253088698300046211250131	Dengue Vaccine VIS	2025-01-31	current
253088698300048611220101	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet- Pediatric <5 yrs	2023-03-14	historic
253088698300049311220204	Pneumococcal Conjugate Vaccine (PCV13_PCV15_PCV20) VIS	2022-02-04	historic
253088698300049311230512	Pneumococcal Conjugate Vaccine (PCV13_PCV15_PCV20) VIS	2023-05-12	historic
253088698300049311250529	Pneumococcal Conjugate Vaccine (PCV) VIS	2025-05-29	current
253088698300050911220501	COVID-19 Moderna EUA Recipient-Caregiver Fact Sheet - Pediatric 6yrs to <12yrs	2022-06-17	historic
253088698300051611220501	COVID-19 Moderna EUA Recipient-Caregiver Fact Sheet - Pediatric 6mo to <6yrs	2022-12-07	historic
253088698300052311220401	COVID-19 Sanofi-GSK EUA Recipient-Caregiver Fact Sheet - Booster	2022-06-01	historic
253088698300053011220601	Smallpox-Monkeypox Vaccine VIS	2022-06-01	historic
253088698300053011220823	Smallpox-Monkeypox Vaccine VIS	2022-08-23	historic
253088698300053011221114	Smallpox-Monkeypox Vaccine VIS	2022-11-14	historic
253088698300053011250131	Smallpox-Monkeypox Vaccine VIS	2025-01-31	current
253088698300054711220630	Ebola Vaccine VIS	2022-06-30	historic
253088698300054711250131	Ebola Vaccine VIS	2025-01-31	current
253088698300058511230401	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet - all ages 6 months and older	2023-04-28	historic
253088698300058511230901	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet - 6 months through 11 years	2023-09-11	historic
253088698300058511240801	COVID-19 Pfizer BioNTech EUA Recipient-Caregiver Fact Sheet - 6 months through 11 years	2025-06-25	historic
253088698300059211230401	COVID-19 Moderna EUA Recipient-Caregiver Fact Sheet - all ages 6 months and older	2023-04-18	historic
253088698300060811230724	RSV (Respiratory Syncytial Virus) Vaccine VIS	2023-07-24	historic
253088698300060811231019	RSV (Respiratory Syncytial Virus) Vaccine VIS	2023-10-19	historic
253088698300060811241017	RSV (Respiratory Syncytial Virus) Vaccine VIS	2024-10-17	historic
253088698300060811250131	RSV (Respiratory Syncytial Virus) Vaccine VIS	2025-01-31	current
253088698300061511230901	COVID-19 Moderna EUA Recipient-Caregiver Fact Sheet - 6 months through 11 years	2023-09-11	historic
253088698300061511240801	COVID-19 Moderna EUA Recipient-Caregiver Fact Sheet - 6 months through 11 years	2025-06-25	historic
253088698300062211230925	RSV (Respiratory Syncytial Virus) preventative antibody IIS	2023-09-25	current
253088698300063911231019	COVID-19 Vaccine VIS - mRNA vaccine for 12 years and older	2023-10-19	historic
253088698300063911241017	COVID-19 Vaccine VIS - mRNA vaccine for 12 years and older	2024-10-17	historic
253088698300063911250131	COVID-19 Vaccine VIS - mRNA vaccine for 12 years and older	2025-01-31	current
253088698300064611231207	Tick-borne Encephalitis Vaccine VIS	2023-12-07	current
`;
