/** A résumé of an invented person, with the usual traps: overlapping jobs, bare years, an exam still to come. */
export const REPORTED = `Maria Example, CPC-A
12 Elm Street, Scranton, PA 18503 | (570) 555-0100 | maria@example.org

SUMMARY
Certified coder with billing background.

PROFESSIONAL EXPERIENCE
Medical Billing Specialist, Mercy Hill Hospital, Scranton, PA\tJune 2021 – March 2023
• Posted payments and worked denials in Epic and Waystar.
• Worked with two CCS coders on charge corrections.
Front Desk Receptionist | Valley Family Practice | 01/2020 – 08/2021
• Checked in patients, verified insurance
Cashier, Corner Market, 2015 – 2018
Volunteer
Records Assistant, Free Clinic, Jan 2019 – Jun 2019

EDUCATION
Medical Billing and Coding Certificate, Lackawanna College, May 2024
High School Diploma, Scranton High School, 2015

CERTIFICATIONS
Certified Professional Coder – Apprentice (CPC-A), AAPC, March 2024
CPB (exam scheduled for January 2027)
Basic Life Support, 2023

SKILLS
ICD-10-CM, CPT, HCPCS; Epic, eClinicalWorks, Microsoft Excel
160-hour externship at Mercy Hill
Practicode: completed 2024
`
