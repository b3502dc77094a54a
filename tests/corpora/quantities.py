"""What a figure is read as, and many wordings of it; own sentences. Each phenomenon also lists wordings that hold no claim.

A reading is (value, unit or counted noun, qualifier, change); a range is "low..high".
"""

PHENOMENA: dict[str, dict[str, list[str]]] = {
    "scale": {
        "1200000 person exact -": ["1.2 million people fled", "1.2m people fled", "The storm moved 1,200,000 people"],
        "3500000000 USD exact -": ["a $3.5bn loan", "a $3.5 billion loan", "$3.5B in aid", "3.5 billion dollars of aid"],
        "1500000 AUD exact -": ["AUD1.5m was spent", "A$1.5 million was spent", "1.5 million Australian dollars"],
        "4000 car exact -": ["4k cars were sold", "four thousand cars were sold", "4,000 cars were sold"],
        "2500000 metric_ton exact -": ["25 lakh tonnes of rice", "2.5 million tonnes of rice"],
    },
    "currency": {
        "40 USD exact -": ["it costs $40", "it costs US$40", "it costs 40 dollars", "it costs USD 40", "it costs 40 USD"],
        "40 HKD exact -": ["it costs HK$40", "it costs 40 Hong Kong dollars"],
        "79 MYR exact -": ["it costs RM79", "it costs 79 ringgit"],
        "250 GBP exact -": ["a £250 fine", "a fine of 250 pounds sterling", "fined GBP 250"],
        "0.62 USD exact -": ["it costs 62 cents"],
        "13.45 USD exact -": ["it cost thirteen dollars and 45 cents", "it cost $13.45"],
        "75000000 USD exact -": ["75 million dollars", "$75 million", "75 USD million"],
    },
    "hedges": {
        "300 person at_least -": ["at least 300 people came", "no fewer than 300 people came", "300 or more people came"],
        "300 person more_than -": ["more than 300 people came", "over 300 people came", "just over 300 people came"],
        "300 person at_most -": ["up to 300 people came", "as many as 300 people came", "no more than 300 people came"],
        "300 person less_than -": ["fewer than 300 people came", "under 300 people came", "less than 300 people came"],
        "300 person almost -": ["almost 300 people came", "nearly 300 people came", "just under 300 people came"],
        "300 person approximate -": [
            "about 300 people came", "some 300 people came", "an estimated 300 people came", "roughly 300 people came",
            "around 300 people came", "300-odd people came", "300 or so people came", "approximately 300 people came",
        ],
        "70000 soldier more_than -": ["north of 70,000 soldiers served"],
        "500 person at_most -": ["up to about 500 people came"],
    },
    "ranges": {
        "30..50 person range -": ["30-50 people came", "30 to 50 people came", "between 30 and 50 people came", "from 30 to 50 people came"],
        "33000000000..35000000000 USD range -": ["$33-35 billion", "$33 billion to $35 billion", "between $33 billion and $35 billion"],
        "200..4000000 USD range -": ["claims from $200 to $4 million", "claims between $200 and $4 million"],
        "5..6 percent range -": ["5-6%", "between 5 and 6 percent", "5% to 6%", "five to six per cent"],
        "12..120 person range -": ["dozens of people came"],
        "10000..100000 person range -": ["tens of thousands of people came"],
    },
    "changes": {
        "5 percent exact increase": ["Prices rose 5%", "Prices rose by 5%", "a 5% rise in prices", "Prices were up 5%", "a rise of 5 percent"],
        "5 percent exact decrease": ["Prices fell 5%", "a 5% drop in prices", "Prices slid by 5 per cent", "Prices were down 5%"],
        "900 job exact increase": ["Employers added 900 jobs", "an increase of 900 jobs"],
        "0.5 percentage_point exact increase": ["Rates rose by 0.5 percentage points", "Rates rose half a percentage point"],
        "24 body exact increase": ["Divers found 24 more bodies"],
        "900 soldier exact -": ["The army lost 900 soldiers"],
    },
    "shared": {
        "44 milligram exact -, 50 milligram exact -": ["doses of 44 and 50 mg", "doses of 44 mg and 50 mg"],
        "10 foot exact -, 12 foot exact -": ["a room of 10 by 12 feet", "a 10 x 12 feet room"],
        "9000 civilian exact -, 17000 civilian exact -": ["9,000 civilians were killed and 17,000 wounded"],
        "435 home exact -, 187 home exact -": ["It let go of 435 homes by sale and 187 by tender"],
        "31 person exact -, 33 person exact -": ["The toll rose from 31 to 33 people"],
    },
    "words": {
        "231 house exact -": ["two hundred and thirty-one houses burned", "231 houses burned"],
        "2.5 hour exact -": ["it took two and a half hours", "it took 2.5 hours", "it took 2½ hours"],
        "24 egg exact -": ["two dozen eggs"],
    },
    "fractions": {
        "0.2 dimensionless exact -": ["one in five homes", "1 in 5 homes", "one out of five homes", "a fifth of the homes"],
        "0.3 dimensionless exact -": ["three out of ten drivers", "three in 10 drivers"],
        "0.5 dimensionless more_than -": ["more than half of the homes"],
        "0.75 dimensionless exact -": ["three-quarters of the homes", "three quarters of the homes"],
        "3 dimensionless exact -": ["a threefold rise"],
    },
    "ages": {
        "68 year exact -": ["a 68-year-old woman", "Anna Weiss, 68, said so", "a woman aged 68", "she is 68 years old", "at the age of 68"],
        "19 year exact -": ["when he was 19, he left", "The youngest victim, Ada Moss, was 19."],
    },
    "rates": {
        "79 MYR / month exact -": ["RM79 a month", "RM79 per month", "RM79/month"],
        "52 USD / barrel exact -": ["$52 a barrel", "$52 per barrel"],
        "60 mile / hour exact -": ["60 miles an hour", "60 mph", "60 miles per hour"],
        "12 count / 100000 person exact -": ["12 per 100,000 people"],
        "800000 barrel / day exact -": ["800,000 barrels a day", "800,000 barrels per day"],
    },
    "dimensions": {
        "74 inch exact -": ["6ft 2in", "six feet two inches", "6 feet 2 inches"],
        "135 minute exact -": ["two hours and 15 minutes"],
        "1200 foot ** 2 exact -": ["1,200 square feet", "1,200 sq ft"],
        "38 degree_Celsius exact -": ["38 degrees Celsius", "38°C", "38 C"],
        "7.1 magnitude exact -": ["a magnitude 7.1 earthquake", "a 7.1-magnitude quake", "a quake of magnitude 7.1"],
    },
    "nouns": {
        "55000 troop exact -": ["55,000 Ukrainian troops died", "55,000 of its tired troops died"],
        "18 soldier exact -": ["18 of the soldiers died", "eighteen soldiers died"],
        "3 judge exact -": ["a three-judge panel", "three judges"],
        "19 crew exact -": ["a crew of 19"],
        "20 plant approximate -": ["about 20 decently sized coal-fired power plants"],
        "460 vehicle exact -": ["460 Kia and Hyundai vehicles"],
    },
}

NO_CLAIM: dict[str, list[str]] = {
    "models": ["an MQ-9 crashed", "two-seat F-16s flew", "a Boeing 747 landed", "an iPhone 14 rang", "a Shahed-136 hit", "his Leica M3", "the 787 Dreamliner"],
    "names": ["the G7 met", "on Channel 4", "after 9/11", "open 24/7", "the COVID-19 ward", "near Area 51", "Article 5 applies", "the S&P 500 index", "in Room 101"],
    "identifiers": ["Call 1-800-555-0134 now", "case No. 21-1484", "ISBN 978-0-00-000000-2", "version 2.4.1", "+44 20 7946 0018", "the hotline, 1540, opened"],
    "addresses": ["22 Mill Street", "at 1600 Harbour Avenue", "Highway 101 closed", "the M25 jammed", "from Quay 5"],
    "scores": ["won 3-1", "a 101-98 loss", "beat them 6-4", "in a 4-4-2"],
    "pronouns": ["one of the men", "no one came", "one another", "the one who left", "the two met"],
    "lists": ["1. Close the door.", "2) Listen.", "see page 12"],
    "idioms": ["second to none", "put two and two together", "back to square one", "a zero-sum game"],
    "ordinals": ["the third man", "his 21st birthday", "first, they ran"],
}
