// Made from the description of the interface by `npm run -s client`. Do not edit.
// Use it with openapi-fetch: createClient<paths>({ baseUrl: 'http://127.0.0.1:4000' }).

export interface paths {
    "/api/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the open listings
         * @description Several values of one filter are alternatives, repeated or separated by commas; filters together narrow. Each filter has a twin, `not_` and its name, that leaves out. The address is the saved search. Walk all pages by giving `next` back as `cursor`: every listing that stands throughout is met once.
         */
        get: operations["searchListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One listing with its text and the words behind each tag */
        get: operations["getListing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a tag of a listing is wrong
         * @description Kept for the operator with the value and the words as they were shown; the tag itself stays as it is. Nothing about the sender is kept.
         */
        post: operations["sayTagIsWrong"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people said is wrong, for the operator
         * @description Without the operator token this address answers 404.
         */
        get: operations["listFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a profile against every open listing
         * @description Advisory: a verdict never hides a listing. Nothing of the profile is kept.
         */
        post: operations["matchProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which next step would open how many listings
         * @description Counted from the listings that are open now. Nothing of the profile is kept.
         */
        post: operations["adviseProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the open listings ask and pay, counted
         * @description Each figure carries the number of listings it rests on, and is null below `least_sample`. Counted at most every five minutes; `as_of` says when.
         */
        get: operations["readInsights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chapters, bodies and public help, each with its source and date */
        get: operations["listHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every feed with its state and its newest reading */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/listings.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A search as RSS 2.0
         * @description The same query string as `GET /api/v1/listings`. Always from the newest listing, `limit` of them (at most and without it 100); `sort`, `cursor` and `warnings` say nothing here. Only listings that the terms of their sources let out, with the credit they ask for, and without the text where they forbid keeping it.
         */
        get: operations["rssFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/listings.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A search as JSON Feed 1.1
         * @description The same query string as `GET /api/v1/listings`. Always from the newest listing, `limit` of them (at most and without it 100); `sort`, `cursor` and `warnings` say nothing here. Only listings that the terms of their sources let out, with the credit they ask for, and without the text where they forbid keeping it.
         */
        get: operations["jsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/listings.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A search in the XML that job boards exchange
         * @description The same query string as `GET /api/v1/listings`. Always from the newest listing, `limit` of them (at most and without it 100); `sort`, `cursor` and `warnings` say nothing here. Only listings that the terms of their sources let out, with the credit they ask for, and without the text where they forbid keeping it.
         */
        get: operations["jobXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers and holds every migration */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FeedbackRequest: {
            /** @enum {string} */
            tag: "entry" | "min_months" | "credentials" | "education" | "pay" | "work_mode" | "employment_type" | "role" | "in_domain" | "level" | "settings" | "specialties" | "systems" | "max_months" | "preferred_months" | "adjacent_role" | "hybrid_days_onsite" | "states_allowed" | "states_excluded" | "warnings";
            /** @description What would be right, in plain words. Write nothing about yourself. */
            correct?: string;
        };
        MatchesRequest: {
            profile: components["schemas"]["Profile"];
            /** @default 50 */
            limit?: number;
            /**
             * @description Ids of listings already seen or dismissed: counted, but not among the items.
             * @default []
             */
            hide?: number[];
        };
        /** @description What a person has and wants. A missing key is unknown; an empty list is "none". */
        Profile: {
            credentials?: {
                code: string;
                apprentice?: boolean | null;
                since?: string | null;
            }[];
            months?: {
                [key: string]: number;
            };
            education?: {
                /** @enum {string} */
                level: "high_school" | "certificate" | "some_college" | "associate" | "bachelor" | "master";
                field?: string | null;
                accredited?: boolean | null;
                status?: ("complete" | "in_progress") | null;
                ends?: string | null;
                credits?: number | null;
                note?: string | null;
            }[];
            externship_hours?: number;
            practicode_hours?: number;
            practicode_done?: boolean;
            software?: string[];
            state?: string;
            states_too?: string[];
            zip?: string;
            radius_miles?: number;
            work_modes?: ("onsite" | "hybrid" | "remote")[];
            roles?: ("coding" | "billing" | "both" | "adjacent")[];
            adjacent_roles?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
            settings_liked?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            settings_refused?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            employment_types?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
            pay_floor_hour?: number;
        };
        AdviceRequest: {
            profile: components["schemas"]["Profile"];
        };
        ListingPage: {
            /** @description Exact. */
            total: number;
            items: components["schemas"]["ListingHit"][];
            facets: components["schemas"]["Facets"];
            /** @description Plain names of the values of the facets `source` and `employer`. */
            names: {
                source: {
                    [key: string]: string;
                };
                employer: {
                    [key: string]: string;
                };
            };
            /** @description Listings kept back only by their marks of a fraud; `warnings=show` shows them. */
            hidden_by_warnings: number;
            /** @description For a search that found nothing: what it would bring without one filter, most first. */
            without: {
                filter: string;
                total: number;
            }[];
            /** @description Other spellings of words that stand in no listing. */
            suggestions: {
                q: string;
                total: number;
            }[];
            /** @description Give it back as `cursor`; null on the last page. */
            next: string | null;
        };
        ListingHit: {
            id: number;
            title: string;
            employer: string | null;
            /** @description The page of its employer is /employers/{employer_id}. */
            employer_id: number | null;
            place: string | null;
            places: {
                city: string | null;
                state: string | null;
                country: string | null;
            }[];
            /** @description The advert's own page. */
            url: string | null;
            apply_url: string | null;
            posted_at: string | null;
            /** Format: date-time */
            first_seen: string;
            /** @description The end of the newest complete reading of its feed in which it stood. */
            last_checked: string | null;
            closes_at: string | null;
            /** @enum {string} */
            status: "open" | "closed";
            closed_at: string | null;
            /** @description true: invented, never a real vacancy. */
            demo: boolean;
            /** @description What a government register says the employer is; `settings` is what the advert itself says. Sample files give none. */
            register_settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            /** @description What the terms of its feed want shown beside it wherever it is shown: a name, a line of HTML, a link to the advert. */
            credit: {
                name: string | null;
                html: string | null;
                link: string | null;
            } | null;
            in_domain: boolean;
            role: ("coding" | "billing" | "both" | "adjacent") | null;
            adjacent_role: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi") | null;
            /** @enum {string} */
            level: "entry" | "mid" | "senior" | "unknown";
            /** @description 0 = none is needed; null = not stated. */
            min_months: number | null;
            max_months: number | null;
            preferred_months: number | null;
            /** @enum {string} */
            entry: "open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory";
            credentials: {
                required: string[];
                /** @description true: one of the required is enough. */
                any_of: boolean;
                required_class: "any_coding" | null;
                preferred: string[];
                accepted_apprentice: boolean;
                within_months_of_hire: number | null;
            };
            education: {
                /** @enum {string} */
                level: "high_school" | "certificate" | "some_college" | "associate" | "bachelor" | "master";
                field: string | null;
                /** @enum {string} */
                strength: "required" | "preferred" | "unspecified";
            } | null;
            /** @enum {string} */
            work_mode: "onsite" | "hybrid" | "remote" | "remote_after" | "not_stated";
            hybrid_days_onsite: number | null;
            states_allowed: string[];
            states_excluded: string[];
            settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            specialties: string[];
            systems: string[];
            employment_type: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship") | null;
            pay: {
                min: number | null;
                max: number | null;
                /** @enum {string} */
                unit: "hour" | "day" | "week" | "biweek" | "month" | "year" | "chart" | "percent";
            } | null;
            warnings: {
                code: string;
                words: string;
            }[];
            requirement: components["schemas"]["Requirement"];
            /** @description null without words to search for, or where no text is kept. */
            snippet: components["schemas"]["Snippet"] | null;
            /** @description Why it is among the results. */
            why: components["schemas"]["WhyHere"][];
        };
        /** @description What the advert asks, with its alternatives kept apart. */
        Requirement: {
            /** @constant */
            kind: "all_of";
            of: components["schemas"]["Requirement"][];
        } | {
            /** @constant */
            kind: "any_of";
            of: components["schemas"]["Requirement"][];
        } | {
            /** @constant */
            kind: "experience";
            min_months: number | null;
            max_months: number | null;
            domain: string | null;
            /** @enum {string} */
            strength: "required" | "preferred" | "unspecified";
            start: number;
            end: number;
            words: string;
        } | {
            /** @constant */
            kind: "credential";
            codes: string[];
            any_of: boolean;
            class: ("any_coding" | "any_billing") | null;
            accepted_apprentice: boolean;
            within_months_of_hire: number | null;
            /** @enum {string} */
            strength: "required" | "preferred" | "unspecified";
            start: number;
            end: number;
            words: string;
        } | {
            /** @constant */
            kind: "education";
            /** @enum {string} */
            level: "high_school" | "certificate" | "some_college" | "associate" | "bachelor" | "master";
            field: string | null;
            accredited: boolean;
            /** @enum {string} */
            strength: "required" | "preferred" | "unspecified";
            start: number;
            end: number;
            words: string;
        } | {
            /** @constant */
            kind: "other";
            what: string;
            /** @enum {string} */
            strength: "required" | "preferred" | "unspecified";
            start: number;
            end: number;
            words: string;
        };
        /** @description Words of the advert round about what was searched, as plain text; `marks` are spans of it that matched. */
        Snippet: {
            text: string;
            marks: {
                start: number;
                end: number;
            }[];
        };
        WhyHere: {
            /** @constant */
            kind: "words";
            /** @enum {string} */
            where: "title" | "text";
            words: string[];
        } | {
            /** @constant */
            kind: "filter";
            filter: string;
            value: string;
        } | {
            /** @constant */
            kind: "distance";
            miles: number;
            label: string;
        } | {
            /** @constant */
            kind: "remote";
            state: string;
        };
        /** @description For each filter and value, the total this search would have with that value alone in that filter. */
        Facets: {
            state: {
                value: string;
                count: number;
            }[];
            role: {
                value: string;
                count: number;
            }[];
            adjacent_role: {
                value: string;
                count: number;
            }[];
            work_mode: {
                value: string;
                count: number;
            }[];
            credential: {
                value: string;
                count: number;
            }[];
            setting: {
                value: string;
                count: number;
            }[];
            entry: {
                value: string;
                count: number;
            }[];
            specialty: {
                value: string;
                count: number;
            }[];
            system: {
                value: string;
                count: number;
            }[];
            employment_type: {
                value: string;
                count: number;
            }[];
            underserved: {
                value: string;
                count: number;
            }[];
            source: {
                value: string;
                count: number;
            }[];
            employer: {
                value: string;
                count: number;
            }[];
            holds: {
                value: string;
                count: number;
            }[];
            accepts_apprentice: {
                value: string;
                count: number;
            }[];
            /** @description Values are steps: "12" counts what the search would leave with 12 here. */
            max_months: {
                value: string;
                count: number;
            }[];
            /** @description Values are steps: "12" counts what the search would leave with 12 here. */
            pay_floor_hour: {
                value: string;
                count: number;
            }[];
            /** @description Values are steps: "12" counts what the search would leave with 12 here. */
            posted_within: {
                value: string;
                count: number;
            }[];
            /** @description Values are steps: "12" counts what the search would leave with 12 here. */
            radius: {
                value: string;
                count: number;
            }[];
        };
        Problem: {
            /** @constant */
            type: "about:blank";
            /** @description The status in words. */
            title: string;
            status: number;
            /** @description What was wrong, in one sentence. Absent when the fault is ours. */
            detail?: string;
            /** @description Name it when you report a fault. */
            request_id: string;
            errors?: {
                /** @description JSON pointer into the body, or "/" and the name of a query parameter. */
                pointer: string;
                detail: string;
            }[];
        };
        ListingDetail: {
            id: number;
            title: string;
            employer: string | null;
            /** @description The page of its employer is /employers/{employer_id}. */
            employer_id: number | null;
            place: string | null;
            places: {
                city: string | null;
                state: string | null;
                country: string | null;
            }[];
            /** @description The advert's own page. */
            url: string | null;
            apply_url: string | null;
            posted_at: string | null;
            /** Format: date-time */
            first_seen: string;
            /** @description The end of the newest complete reading of its feed in which it stood. */
            last_checked: string | null;
            closes_at: string | null;
            /** @enum {string} */
            status: "open" | "closed";
            closed_at: string | null;
            /** @description true: invented, never a real vacancy. */
            demo: boolean;
            /** @description What a government register says the employer is; `settings` is what the advert itself says. Sample files give none. */
            register_settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            /** @description What the terms of its feed want shown beside it wherever it is shown: a name, a line of HTML, a link to the advert. */
            credit: {
                name: string | null;
                html: string | null;
                link: string | null;
            } | null;
            in_domain: boolean;
            role: ("coding" | "billing" | "both" | "adjacent") | null;
            adjacent_role: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi") | null;
            /** @enum {string} */
            level: "entry" | "mid" | "senior" | "unknown";
            /** @description 0 = none is needed; null = not stated. */
            min_months: number | null;
            max_months: number | null;
            preferred_months: number | null;
            /** @enum {string} */
            entry: "open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory";
            credentials: {
                required: string[];
                /** @description true: one of the required is enough. */
                any_of: boolean;
                required_class: "any_coding" | null;
                preferred: string[];
                accepted_apprentice: boolean;
                within_months_of_hire: number | null;
            };
            education: {
                /** @enum {string} */
                level: "high_school" | "certificate" | "some_college" | "associate" | "bachelor" | "master";
                field: string | null;
                /** @enum {string} */
                strength: "required" | "preferred" | "unspecified";
            } | null;
            /** @enum {string} */
            work_mode: "onsite" | "hybrid" | "remote" | "remote_after" | "not_stated";
            hybrid_days_onsite: number | null;
            states_allowed: string[];
            states_excluded: string[];
            settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            specialties: string[];
            systems: string[];
            employment_type: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship") | null;
            pay: {
                min: number | null;
                max: number | null;
                /** @enum {string} */
                unit: "hour" | "day" | "week" | "biweek" | "month" | "year" | "chart" | "percent";
            } | null;
            warnings: {
                code: string;
                words: string;
            }[];
            requirement: components["schemas"]["Requirement"];
            text: string;
            /** @description Sanitised; safe to show. */
            html: string | null;
            /** @description For each tag, the words of `text` that earned it. */
            evidence: {
                [key: string]: {
                    start: number;
                    end: number;
                    words: string;
                    rule: string;
                }[];
            };
            sources: {
                key: string;
                employer: string | null;
                kind: string;
                url: string | null;
                /** Format: date-time */
                first_seen: string;
                missing_since: string | null;
                closed_at: string | null;
                credit_html: string | null;
            }[];
            /** @description Whom the employer serves, best supported first; [] = nothing is known. It says nothing of the place. */
            employer_settings: components["schemas"]["EmployerSetting"][];
            /** @description Whether the places are underserved, one entry for each of `places`. It says nothing of the employer. */
            place_facts: components["schemas"]["PlaceFacts"][];
            tagger_version: number;
        };
        EmployerSetting: {
            /** @enum {string} */
            setting: "assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net";
            /** @description Orders the rules by our trust in them; it is not a probability. */
            confidence: number;
            evidence: ({
                /** @enum {string} */
                rule: "id" | "name_zip" | "name_city" | "chain";
                /** @enum {string} */
                register: "cms-nursing-home" | "cms-home-health" | "cms-hospice" | "cms-hospital" | "hrsa-health-center" | "hrsa-hpsa" | "hrsa-mua" | "ruca" | "places" | "oews";
                id: string;
                name: string;
                city: string | null;
                state: string | null;
                zip5: string | null;
                /** @description The file. */
                source: string;
                /**
                 * Format: date
                 * @description The day that the publisher states for the file.
                 */
                as_of: string;
                /** @description true: from a sample file, invented. */
                sample: boolean;
            } | {
                /** @constant */
                rule: "text";
                listing_id: number;
                words: string;
                /** @description In so many of its adverts, */
                listings: number;
                /** @description of so many. */
                of: number;
            })[];
        };
        PlaceFacts: {
            city: string | null;
            state: string | null;
            /** @description The town is in the place table. */
            found: boolean;
            /** @description FIPS codes of the counties it lies in. */
            counties: string[];
            /** @description A key that is missing was not looked up; null was looked up and nothing is designated there. */
            facts: {
                [key: string]: {
                    /** @enum {string} */
                    area_kind: "county" | "zip";
                    /** @description Five digits: FIPS code of the county, or ZIP code. */
                    area_code: string;
                    /** @description HPSA score (0 to 26), IMU score (0 to 100) or RUCA code (1 to 10). */
                    value: number | null;
                    /** @description The name of the designation. */
                    name: string | null;
                    /** @description false: a part of the county, or one group of its people; null: not said. */
                    whole: boolean | null;
                    /** @description The file. */
                    source: string;
                    /**
                     * Format: date
                     * @description The day that the publisher states for the file.
                     */
                    as_of: string;
                    /** @description true: from a sample file, invented. */
                    sample: boolean;
                } | null;
            };
            /** @description The real files that were read to their end: what a null rests on. */
            looked_up: {
                [key: string]: {
                    /** @description The file. */
                    source: string;
                    /**
                     * Format: date
                     * @description The day that the publisher states for the file.
                     */
                    as_of: string;
                };
            };
            /**
             * @description How many of the ZIP codes of the town have a RUCA code of 4 or more.
             * @enum {string}
             */
            rural?: "all" | "some" | "none";
        };
        Feedback: {
            id: number;
            listing_id: number;
            /** @enum {string} */
            tag: "entry" | "min_months" | "credentials" | "education" | "pay" | "work_mode" | "employment_type" | "role" | "in_domain" | "level" | "settings" | "specialties" | "systems" | "max_months" | "preferred_months" | "adjacent_role" | "hybrid_days_onsite" | "states_allowed" | "states_excluded" | "warnings";
            /** @description The value as it was shown; null = not stated. */
            shown: unknown;
            /** @description The words shown as the reason. */
            words: string[];
            /** @description What would be right, in plain words. Write nothing about yourself. */
            correct: string | null;
            tagger_version: number;
            /** @enum {string} */
            status: "new" | "used" | "refused";
            /** Format: date-time */
            created_at: string;
        };
        FeedbackList: {
            items: components["schemas"]["Feedback"][];
        };
        Matches: {
            items: {
                listing: components["schemas"]["Listing"];
                /** @enum {string} */
                verdict: "open" | "likely" | "stretch" | "not_yet" | "unknown";
                score: number | null;
                reasons: {
                    requirement: string;
                    has: string | null;
                    gap: string | null;
                    words: string | null;
                }[];
            }[];
            counts: components["schemas"]["VerdictCounts"];
            /** @description How many of the counted listings `hide` kept out. */
            hidden: number;
        };
        Listing: {
            id: number;
            title: string;
            employer: string | null;
            /** @description The page of its employer is /employers/{employer_id}. */
            employer_id: number | null;
            place: string | null;
            places: {
                city: string | null;
                state: string | null;
                country: string | null;
            }[];
            /** @description The advert's own page. */
            url: string | null;
            apply_url: string | null;
            posted_at: string | null;
            /** Format: date-time */
            first_seen: string;
            /** @description The end of the newest complete reading of its feed in which it stood. */
            last_checked: string | null;
            closes_at: string | null;
            /** @enum {string} */
            status: "open" | "closed";
            closed_at: string | null;
            /** @description true: invented, never a real vacancy. */
            demo: boolean;
            /** @description What a government register says the employer is; `settings` is what the advert itself says. Sample files give none. */
            register_settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            /** @description What the terms of its feed want shown beside it wherever it is shown: a name, a line of HTML, a link to the advert. */
            credit: {
                name: string | null;
                html: string | null;
                link: string | null;
            } | null;
            in_domain: boolean;
            role: ("coding" | "billing" | "both" | "adjacent") | null;
            adjacent_role: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi") | null;
            /** @enum {string} */
            level: "entry" | "mid" | "senior" | "unknown";
            /** @description 0 = none is needed; null = not stated. */
            min_months: number | null;
            max_months: number | null;
            preferred_months: number | null;
            /** @enum {string} */
            entry: "open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory";
            credentials: {
                required: string[];
                /** @description true: one of the required is enough. */
                any_of: boolean;
                required_class: "any_coding" | null;
                preferred: string[];
                accepted_apprentice: boolean;
                within_months_of_hire: number | null;
            };
            education: {
                /** @enum {string} */
                level: "high_school" | "certificate" | "some_college" | "associate" | "bachelor" | "master";
                field: string | null;
                /** @enum {string} */
                strength: "required" | "preferred" | "unspecified";
            } | null;
            /** @enum {string} */
            work_mode: "onsite" | "hybrid" | "remote" | "remote_after" | "not_stated";
            hybrid_days_onsite: number | null;
            states_allowed: string[];
            states_excluded: string[];
            settings: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
            specialties: string[];
            systems: string[];
            employment_type: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship") | null;
            pay: {
                min: number | null;
                max: number | null;
                /** @enum {string} */
                unit: "hour" | "day" | "week" | "biweek" | "month" | "year" | "chart" | "percent";
            } | null;
            warnings: {
                code: string;
                words: string;
            }[];
            requirement: components["schemas"]["Requirement"];
        };
        VerdictCounts: {
            open: number;
            likely: number;
            stretch: number;
            not_yet: number;
            unknown: number;
        };
        Advice: {
            /** @description Most listings opened per month of effort first. */
            steps: components["schemas"]["Step"][];
            /** @description Keys of the same steps, the cheapest that open something first. */
            by_cost: string[];
            /** @description Steps that open more together than one by one, best first. */
            pairs: components["schemas"]["StepPair"][];
            now: components["schemas"]["VerdictCounts"];
            sample: number;
            /** Format: date-time */
            as_of: string;
            left_out: number;
        };
        Step: {
            /** @description Names the step, the same for every profile. */
            key: string;
            change: {
                /** @enum {string} */
                kind: "credential" | "drop_apprentice" | "experience" | "course" | "apprenticeship" | "work_mode" | "setting" | "radius" | "state" | "role" | "pay" | "hours";
                label: string;
                /** @description The keys of the profile that change, with their new values. */
                set: {
                    [key: string]: unknown;
                };
            };
            /** @description Listings that turn open: as many as `listing_ids`. */
            opens: number;
            listing_ids: number[];
            /** @description More that become likely or a stretch. */
            within_reach: number;
            within_reach_ids: number[];
            /** @description Of the listings that turn open: the median of the middle of their stated pay, US dollars an hour; null when fewer than 5 state it. `sample` = how many state it. */
            pay: {
                median_hour: number | null;
                sample: number;
            };
            counts_toward: {
                hiring: {
                    /** @enum {string} */
                    level: "high" | "medium" | "some" | "none";
                    text: string;
                };
                /** @description What it counts for in dropping the apprentice mark (the A of CPC-A). */
                a_removal: {
                    /** @enum {string} */
                    level: "all" | "part" | "maybe" | "none";
                    text: string;
                };
            };
            /** @description US dollars; null = no figure is known. */
            cost: {
                low: number | null;
                high: number | null;
                text: string;
            } | null;
            /** @description Months of effort; null = not known. */
            months: {
                low: number;
                high: number;
            } | null;
            note: string | null;
            source: string;
            as_of: string | null;
            /** @description How many listings were looked at. */
            sample: number;
        };
        StepPair: {
            parts: [
                components["schemas"]["PairPart"],
                components["schemas"]["PairPart"]
            ];
            /** @description The keys of the profile that change, with their new values. */
            set: {
                [key: string]: unknown;
            };
            /** @description Listings that turn open: as many as `listing_ids`. */
            opens: number;
            listing_ids: number[];
            /** @description More that become likely or a stretch. */
            within_reach: number;
            within_reach_ids: number[];
            /** @description Of the listings that turn open: the median of the middle of their stated pay, US dollars an hour; null when fewer than 5 state it. `sample` = how many state it. */
            pay: {
                median_hour: number | null;
                sample: number;
            };
            /** @description `opens` less what the two steps open one by one, added up; at least 1. */
            beyond: number;
            /** @description Opened by neither step alone. */
            beyond_ids: number[];
            /** @description US dollars; null = no figure is known. */
            cost: {
                low: number | null;
                high: number | null;
                text: string;
            } | null;
            /** @description From side by side to one after the other. */
            months: {
                low: number;
                high: number;
            } | null;
            /** @description How many listings were looked at. */
            sample: number;
        };
        /** @description One step of a pair, and what it does alone. */
        PairPart: {
            key: string;
            label: string;
            /** @description The keys of the profile that change, with their new values. */
            set: {
                [key: string]: unknown;
            };
            opens: number;
            listing_ids: number[];
        };
        Insights: {
            /**
             * Format: date-time
             * @description When the listings were counted.
             */
            as_of: string;
            /**
             * @description demo: every listing is invented.
             * @enum {string}
             */
            basis: "live" | "demo";
            /** @description A figure that rests on fewer listings is null. */
            least_sample: number;
            /** @description Listings with a mark of fraud; they count in nothing else. */
            suspicious: number;
            all: components["schemas"]["MarketGroup"];
            /** @description `remote`, `onsite` (partly on site, and remote after a time, too), `not_stated`. */
            work_mode: components["schemas"]["MarketGroup"][];
            /** @description `underserved`: nursing homes, health centers and the like; `other`: the rest. */
            setting: components["schemas"]["MarketGroup"][];
            /** @description Kinds of work. */
            role: components["schemas"]["MarketGroup"][];
            /** @description Credentials asked for, preferred or accepted; most listings first. */
            credential: components["schemas"]["MarketGroup"][];
            /** @description States of the places of work; most listings first. */
            state: components["schemas"]["MarketGroup"][];
            /** @description The whole country first, then by code. */
            pay: components["schemas"]["StatePay"][];
            /** @description By the week of first sight, closed listings too; oldest first. */
            trend: components["schemas"]["TrendWeek"][];
        };
        MarketGroup: {
            value: string;
            listings: number;
            /** @description Middle of the months asked, over the listings that state an amount. */
            median_months: components["schemas"]["Figure"];
            /** @description Share (0 to 1) of listings that ask no paid work, over all of the group. */
            open_to_newcomers: components["schemas"]["Figure"];
        };
        Figure: {
            /** @description null: too few listings to say. */
            value: number | null;
            /** @description How many listings it rests on. */
            sample: number;
        };
        StatePay: {
            /** @description `US`: the whole country. */
            state: string;
            /** @description Dollars an hour at the low end of stated pay: quarter, half and three quarters of the way through the listings that are open to newcomers or ask for a year or less. */
            adverts: {
                low: components["schemas"]["Figure"];
                median: components["schemas"]["Figure"];
                high: components["schemas"]["Figure"];
            };
            /** @description Dollars an hour of coders and billers (OEWS); empty: none is loaded. */
            wages: components["schemas"]["WageBand"][];
        };
        WageBand: {
            /** @enum {string} */
            soc: "29-2072" | "43-3021" | "43-6013" | "29-9021";
            /** @description Tenth percentile; null: not published. */
            low: number | null;
            /** @description Twenty-fifth percentile. */
            high: number | null;
            median: number | null;
            /** @description true: from a sample file, invented. */
            sample: boolean;
            /** @description The file. */
            source: string;
            /**
             * Format: date
             * @description The day that the publisher states for the file.
             */
            as_of: string;
        };
        TrendWeek: {
            /**
             * Format: date
             * @description Its Monday.
             */
            week: string;
            /** @description false: the week has not ended. */
            complete: boolean;
            listings: number;
            /** @description Middle of the months asked, over the listings that state an amount. */
            median_months: components["schemas"]["Figure"];
            /** @description Share (0 to 1) of listings that ask no paid work, over all of the group. */
            open_to_newcomers: components["schemas"]["Figure"];
        };
        Help: {
            items: components["schemas"]["HelpEntry"][];
        };
        HelpEntry: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "chapter_finder" | "association" | "apprenticeship" | "drop_apprentice" | "workforce_board" | "jobs" | "report_scam";
            body: string;
            what_for: string;
            states: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
            reach: string;
            address: string | null;
            source: string;
            as_of: string | null;
            /** Format: date */
            checked: string;
            note: string | null;
        };
        Sources: components["schemas"]["Source"][];
        Source: {
            key: string;
            employer: string | null;
            kind: string;
            demo: boolean;
            /** @enum {string} */
            state: "new" | "healthy" | "failing" | "suspect" | "paused" | "forbidden";
            /** @description Why it is not healthy, or what else is worth knowing. */
            reason: string | null;
            next_due_at: string | null;
            credit_html: string | null;
            last_poll: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                outcome: "ok" | "unchanged" | "partial" | "suspect" | "failed";
                seen: number;
                new: number;
                changed: number;
                closed: number;
                rejected: number;
                error: string | null;
            } | null;
        };
        /** @description JSON Feed 1.1. */
        JsonFeed: {
            /** @constant */
            version: "https://jsonfeed.org/version/1.1";
            title: string;
            home_page_url: string;
            feed_url: string;
            items: ({
                id: string;
                url: string;
                /** @description The original advert. */
                external_url?: string;
                title: string;
                content_html: string;
                summary: string;
                /** Format: date-time */
                date_published: string;
                tags: string[];
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        Health: {
            status: string;
            version: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchListings: {
        parameters: {
            query?: {
                /** @description Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without. */
                q?: string;
                /** @description Two letters. A place there, or a remote job that a person living there may hold. */
                state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Leaves out listings with a place there; a remote job that is open to the whole country stays. */
                not_state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Without it, and without `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them. */
                role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description Leaves out listings that carry any of these values of `role`. */
                not_role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description A first-rung or neighbouring job. Shows those outside the trade too. */
                adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Leaves out listings that carry any of these values of `adjacent_role`. */
                not_adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Where the work is done. */
                work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Leaves out listings that carry any of these values of `work_mode`. */
                not_work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code. */
                credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description Leaves out listings that carry any of these values of `credential`. */
                not_credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`). */
                setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Leaves out listings that carry any of these values of `setting`. */
                not_setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Whether a beginner may apply. */
                entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description Leaves out listings that carry any of these values of `entry`. */
                not_entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description A medical specialty that the advert names. */
                specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Leaves out listings that carry any of these values of `specialty`. */
                not_specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Software that the advert names. */
                system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description Leaves out listings that carry any of these values of `system`. */
                not_system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description How one is employed. */
                employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description Leaves out listings that carry any of these values of `employment_type`. */
                not_employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description What government registers say of one of its places; it says nothing of the employer. */
                underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Leaves out listings that carry any of these values of `underserved`. */
                not_underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Keys of the feeds whose words are shown, as `GET /api/v1/sources` gives them. */
                source?: string[];
                /** @description Leaves out listings that carry any of these values of `source`. */
                not_source?: string[];
                /** @description Numbers of employers: `employer_id` of a listing, or the values of the facet. */
                employer?: string[];
                /** @description Leaves out listings that carry any of these values of `employer`. */
                not_employer?: string[];
                /** @description What the person holds: only listings that ask for no credential on the first day, or for what is held. */
                holds?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description true: the advert says that apprentices (CPC-A, COC-A) are accepted; false: it does not say so. */
                accepts_apprentice?: boolean;
                /** @description Asks at most this many months. Listings that state no amount are left out, unless `unstated_months` is `include`. */
                max_months?: number;
                /** @description Lets listings that state no months pass `max_months` too. */
                unstated_months?: "include";
                /** @description Pays at least this many dollars an hour at the top of the stated range. */
                pay_floor_hour?: number;
                /** @description The same in dollars a year of 2,080 hours. With both, the higher one counts. */
                pay_floor_year?: number;
                /** @description Posted within so many days; where no posting date is stated, first seen within them. */
                posted_within?: number;
                /** @description A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold. */
                near?: string;
                /** @description Miles. Says nothing without `near`. Default 30. */
                radius?: number;
                /** @description Adverts with the marks of a fraud are hidden; `show` puts them among the others, `only` shows nothing else. */
                warnings?: "show" | "only";
                /** @description Default: `best` with `q`, else `newest`. `nearest` needs `near`. */
                sort?: "best" | "newest" | "pay" | "nearest" | "least_experience";
                /** @description Listings on one page. */
                limit?: number;
                /** @description The `next` of the page before. It fits only the same search. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, with the exact total and a count for every value of every filter. */
            200: {
                headers: {
                    /** @description RFC 8288: `self`, `first` and, but on the last page, `next`. Left out when the query is so long that proxies would drop it; `next` of the answer always stands. */
                    Link?: string;
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of a listing. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listing; closed ones stay readable and say so. */
            200: {
                headers: {
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingDetail"];
                };
            };
            /** @description There is nothing of this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sayTagIsWrong: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of a listing. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedback: {
        parameters: {
            query?: {
                status?: "new" | "used" | "refused";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackList"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing of this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    matchProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchesRequest"];
            };
        };
        responses: {
            /** @description The best matches first, and how many listings got each verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matches"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adviseProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceRequest"];
            };
        };
        responses: {
            /** @description The steps that open most first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 100 kB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInsights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Insights"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHelp: {
        parameters: {
            query?: {
                /** @description Leaves out what serves other states only. */
                state?: "AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, in the order of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Help"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources, by key. */
            200: {
                headers: {
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sources"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rssFeed: {
        parameters: {
            query?: {
                /** @description Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without. */
                q?: string;
                /** @description Two letters. A place there, or a remote job that a person living there may hold. */
                state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Leaves out listings with a place there; a remote job that is open to the whole country stays. */
                not_state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Without it, and without `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them. */
                role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description Leaves out listings that carry any of these values of `role`. */
                not_role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description A first-rung or neighbouring job. Shows those outside the trade too. */
                adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Leaves out listings that carry any of these values of `adjacent_role`. */
                not_adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Where the work is done. */
                work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Leaves out listings that carry any of these values of `work_mode`. */
                not_work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code. */
                credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description Leaves out listings that carry any of these values of `credential`. */
                not_credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`). */
                setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Leaves out listings that carry any of these values of `setting`. */
                not_setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Whether a beginner may apply. */
                entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description Leaves out listings that carry any of these values of `entry`. */
                not_entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description A medical specialty that the advert names. */
                specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Leaves out listings that carry any of these values of `specialty`. */
                not_specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Software that the advert names. */
                system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description Leaves out listings that carry any of these values of `system`. */
                not_system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description How one is employed. */
                employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description Leaves out listings that carry any of these values of `employment_type`. */
                not_employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description What government registers say of one of its places; it says nothing of the employer. */
                underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Leaves out listings that carry any of these values of `underserved`. */
                not_underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Keys of the feeds whose words are shown, as `GET /api/v1/sources` gives them. */
                source?: string[];
                /** @description Leaves out listings that carry any of these values of `source`. */
                not_source?: string[];
                /** @description Numbers of employers: `employer_id` of a listing, or the values of the facet. */
                employer?: string[];
                /** @description Leaves out listings that carry any of these values of `employer`. */
                not_employer?: string[];
                /** @description What the person holds: only listings that ask for no credential on the first day, or for what is held. */
                holds?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description true: the advert says that apprentices (CPC-A, COC-A) are accepted; false: it does not say so. */
                accepts_apprentice?: boolean;
                /** @description Asks at most this many months. Listings that state no amount are left out, unless `unstated_months` is `include`. */
                max_months?: number;
                /** @description Lets listings that state no months pass `max_months` too. */
                unstated_months?: "include";
                /** @description Pays at least this many dollars an hour at the top of the stated range. */
                pay_floor_hour?: number;
                /** @description The same in dollars a year of 2,080 hours. With both, the higher one counts. */
                pay_floor_year?: number;
                /** @description Posted within so many days; where no posting date is stated, first seen within them. */
                posted_within?: number;
                /** @description A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold. */
                near?: string;
                /** @description Miles. Says nothing without `near`. Default 30. */
                radius?: number;
                /** @description Adverts with the marks of a fraud are hidden; `show` puts them among the others, `only` shows nothing else. */
                warnings?: "show" | "only";
                /** @description Default: `best` with `q`, else `newest`. `nearest` needs `near`. */
                sort?: "best" | "newest" | "pay" | "nearest" | "least_experience";
                /** @description Listings on one page. */
                limit?: number;
                /** @description The `next` of the page before. It fits only the same search. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jsonFeed: {
        parameters: {
            query?: {
                /** @description Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without. */
                q?: string;
                /** @description Two letters. A place there, or a remote job that a person living there may hold. */
                state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Leaves out listings with a place there; a remote job that is open to the whole country stays. */
                not_state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Without it, and without `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them. */
                role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description Leaves out listings that carry any of these values of `role`. */
                not_role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description A first-rung or neighbouring job. Shows those outside the trade too. */
                adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Leaves out listings that carry any of these values of `adjacent_role`. */
                not_adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Where the work is done. */
                work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Leaves out listings that carry any of these values of `work_mode`. */
                not_work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code. */
                credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description Leaves out listings that carry any of these values of `credential`. */
                not_credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`). */
                setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Leaves out listings that carry any of these values of `setting`. */
                not_setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Whether a beginner may apply. */
                entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description Leaves out listings that carry any of these values of `entry`. */
                not_entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description A medical specialty that the advert names. */
                specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Leaves out listings that carry any of these values of `specialty`. */
                not_specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Software that the advert names. */
                system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description Leaves out listings that carry any of these values of `system`. */
                not_system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description How one is employed. */
                employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description Leaves out listings that carry any of these values of `employment_type`. */
                not_employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description What government registers say of one of its places; it says nothing of the employer. */
                underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Leaves out listings that carry any of these values of `underserved`. */
                not_underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Keys of the feeds whose words are shown, as `GET /api/v1/sources` gives them. */
                source?: string[];
                /** @description Leaves out listings that carry any of these values of `source`. */
                not_source?: string[];
                /** @description Numbers of employers: `employer_id` of a listing, or the values of the facet. */
                employer?: string[];
                /** @description Leaves out listings that carry any of these values of `employer`. */
                not_employer?: string[];
                /** @description What the person holds: only listings that ask for no credential on the first day, or for what is held. */
                holds?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description true: the advert says that apprentices (CPC-A, COC-A) are accepted; false: it does not say so. */
                accepts_apprentice?: boolean;
                /** @description Asks at most this many months. Listings that state no amount are left out, unless `unstated_months` is `include`. */
                max_months?: number;
                /** @description Lets listings that state no months pass `max_months` too. */
                unstated_months?: "include";
                /** @description Pays at least this many dollars an hour at the top of the stated range. */
                pay_floor_hour?: number;
                /** @description The same in dollars a year of 2,080 hours. With both, the higher one counts. */
                pay_floor_year?: number;
                /** @description Posted within so many days; where no posting date is stated, first seen within them. */
                posted_within?: number;
                /** @description A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold. */
                near?: string;
                /** @description Miles. Says nothing without `near`. Default 30. */
                radius?: number;
                /** @description Adverts with the marks of a fraud are hidden; `show` puts them among the others, `only` shows nothing else. */
                warnings?: "show" | "only";
                /** @description Default: `best` with `q`, else `newest`. `nearest` needs `near`. */
                sort?: "best" | "newest" | "pay" | "nearest" | "least_experience";
                /** @description Listings on one page. */
                limit?: number;
                /** @description The `next` of the page before. It fits only the same search. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobXml: {
        parameters: {
            query?: {
                /** @description Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without. */
                q?: string;
                /** @description Two letters. A place there, or a remote job that a person living there may hold. */
                state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Leaves out listings with a place there; a remote job that is open to the whole country stays. */
                not_state?: ("AL" | "AK" | "AZ" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA" | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT" | "NE" | "NV" | "NH" | "NJ" | "NM" | "NY" | "NC" | "ND" | "OH" | "OK" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "TX" | "UT" | "VT" | "VA" | "WA" | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI")[];
                /** @description Without it, and without `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them. */
                role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description Leaves out listings that carry any of these values of `role`. */
                not_role?: ("coding" | "billing" | "both" | "adjacent")[];
                /** @description A first-rung or neighbouring job. Shows those outside the trade too. */
                adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Leaves out listings that carry any of these values of `adjacent_role`. */
                not_adjacent_role?: ("patient_access" | "registration" | "scheduling" | "front_desk" | "prior_authorization" | "insurance_verification" | "medical_records" | "release_of_information" | "him_clerk" | "cdi")[];
                /** @description Where the work is done. */
                work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Leaves out listings that carry any of these values of `work_mode`. */
                not_work_mode?: ("onsite" | "hybrid" | "remote" | "remote_after" | "not_stated")[];
                /** @description Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code. */
                credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description Leaves out listings that carry any of these values of `credential`. */
                not_credential?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`). */
                setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Leaves out listings that carry any of these values of `setting`. */
                not_setting?: ("assisted_living" | "memory_care" | "snf" | "ccrc" | "home_health" | "hospice" | "pace" | "fqhc" | "rural_health_clinic" | "critical_access" | "ihs_tribal_urban" | "correctional" | "va" | "behavioral" | "safety_net")[];
                /** @description Whether a beginner may apply. */
                entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description Leaves out listings that carry any of these values of `entry`. */
                not_entry?: ("open" | "open_with_credential" | "asks_experience" | "not_stated" | "contradictory")[];
                /** @description A medical specialty that the advert names. */
                specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Leaves out listings that carry any of these values of `specialty`. */
                not_specialty?: ("allergy_immunology" | "ambulance_ems" | "anesthesia" | "asc" | "behavioral_health" | "cardiology" | "chiropractic" | "dental" | "dermatology" | "dme" | "emergency_medicine" | "endocrinology" | "ent" | "evaluation_management" | "family_medicine" | "gastroenterology" | "general_surgery" | "home_health" | "hospice" | "infectious_disease" | "infusion" | "inpatient" | "interventional_radiology" | "laboratory" | "long_term_care" | "nephrology" | "neurology" | "neurosurgery" | "obgyn" | "oncology" | "ophthalmology" | "orthopedics" | "outpatient" | "pain_management" | "pathology" | "pediatrics" | "pharmacy" | "plastic_surgery" | "podiatry" | "pulmonology" | "radiology" | "rehabilitation" | "rheumatology" | "risk_adjustment" | "transplant" | "trauma" | "urgent_care" | "urology" | "vascular" | "wound_care" | "workers_compensation")[];
                /** @description Software that the advert names. */
                system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description Leaves out listings that carry any of these values of `system`. */
                not_system?: ("epic" | "cerner" | "meditech" | "athenahealth" | "eclinicalworks" | "nextgen" | "pointclickcare" | "matrixcare" | "allscripts" | "solventum_encoder" | "trucode" | "optum_encoder" | "find_a_code" | "codify" | "supercoder" | "tebra" | "advancedmd" | "waystar" | "availity" | "office_ally" | "change_healthcare" | "trizetto" | "ssi" | "experian_health" | "quadax" | "navinet" | "finthrive" | "ability_network" | "fiss_dde" | "cpsi" | "paragon" | "greenway" | "modernizing_medicine" | "practice_fusion" | "drchrono" | "simplepractice" | "therapynotes" | "credible" | "netsmart" | "homecare_homebase" | "kinnser" | "axxess" | "brightree" | "alayacare" | "rpms" | "vista_cprs" | "mhs_genesis" | "imagetrend" | "dentrix" | "eaglesoft" | "open_dental" | "collaboratemd" | "medisoft" | "ecopia" | "quickbooks" | "ge_centricity" | "soarian" | "medent" | "aprima" | "azalea" | "practicesuite" | "valant" | "raintree" | "webpt" | "onco_emr" | "sis" | "hyland_onbase" | "facets" | "qnxt" | "amisys")[];
                /** @description How one is employed. */
                employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description Leaves out listings that carry any of these values of `employment_type`. */
                not_employment_type?: ("full_time" | "part_time" | "per_diem" | "contract" | "temporary" | "internship")[];
                /** @description What government registers say of one of its places; it says nothing of the employer. */
                underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Leaves out listings that carry any of these values of `underserved`. */
                not_underserved?: ("shortage_area" | "medically_underserved" | "rural")[];
                /** @description Keys of the feeds whose words are shown, as `GET /api/v1/sources` gives them. */
                source?: string[];
                /** @description Leaves out listings that carry any of these values of `source`. */
                not_source?: string[];
                /** @description Numbers of employers: `employer_id` of a listing, or the values of the facet. */
                employer?: string[];
                /** @description Leaves out listings that carry any of these values of `employer`. */
                not_employer?: string[];
                /** @description What the person holds: only listings that ask for no credential on the first day, or for what is held. */
                holds?: ("CPC-A" | "CPC" | "COC-A" | "COC" | "CIC-A" | "CIC" | "CRC" | "CPB" | "CPMA" | "CDEO" | "CPCO" | "CPPM" | "CPC-P" | "CASCC" | "CANPC" | "CCC" | "CEDC" | "CEMC" | "CGSC" | "CHONC" | "CIRCC" | "COBGC" | "COSC" | "CUC" | "CPCD" | "CFPC" | "CGIC" | "CRHC" | "CPEDC" | "CENTC" | "CCVTC" | "CCA" | "CCS" | "CCS-P" | "RHIT" | "RHIA" | "CDIP" | "CHDA" | "CHPS" | "CCDS" | "HCS-D" | "HCS-H" | "HCS-O" | "HCS-C" | "SCP" | "ACS" | "CCP-P" | "CBCS" | "NCICS" | "CMRS" | "CMC" | "MCBC" | "CMBS" | "CMRT" | "CPMB" | "CRCR" | "CRCS" | "CRIP" | "CRCP" | "CHAA" | "PAHCS")[];
                /** @description true: the advert says that apprentices (CPC-A, COC-A) are accepted; false: it does not say so. */
                accepts_apprentice?: boolean;
                /** @description Asks at most this many months. Listings that state no amount are left out, unless `unstated_months` is `include`. */
                max_months?: number;
                /** @description Lets listings that state no months pass `max_months` too. */
                unstated_months?: "include";
                /** @description Pays at least this many dollars an hour at the top of the stated range. */
                pay_floor_hour?: number;
                /** @description The same in dollars a year of 2,080 hours. With both, the higher one counts. */
                pay_floor_year?: number;
                /** @description Posted within so many days; where no posting date is stated, first seen within them. */
                posted_within?: number;
                /** @description A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold. */
                near?: string;
                /** @description Miles. Says nothing without `near`. Default 30. */
                radius?: number;
                /** @description Adverts with the marks of a fraud are hidden; `show` puts them among the others, `only` shows nothing else. */
                warnings?: "show" | "only";
                /** @description Default: `best` with `q`, else `newest`. `nearest` needs `near`. */
                sort?: "best" | "newest" | "pay" | "nearest" | "least_experience";
                /** @description Listings on one page. */
                limit?: number;
                /** @description The `next` of the page before. It fits only the same search. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    /** @description Send it back as If-None-Match: an unchanged answer is a 304 without a body. */
                    ETag: string;
                    "Cache-Control": string;
                    /** @description Requests left (r) and seconds until the minute is over (t). */
                    RateLimit: string;
                    /** @description Requests (q) in a window of seconds (w) from one address. */
                    "RateLimit-Policy": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The request holds values that cannot be used; `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests in a minute; the RateLimit headers tell more. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The database does not answer, or the search took too long. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
