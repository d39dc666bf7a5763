"""The words of bench/corpus.py. In each row the first is what an original says, the second what a rewrite says for it."""

from __future__ import annotations

__all__ = [
    "ADJECTIVES", "ENDINGS", "MANNERS", "NOUNS", "OPENINGS", "PATTERNS", "PEOPLE", "REASONS", "ROLES", "SYLLABLES",
    "TIMES", "VERBS",
]  # fmt: skip


def _rows(words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(w.replace("_", " ") for w in row.split("/")) for row in words.split())


NOUNS = _rows(
    "bridges/crossings boats/vessels roofs/shelters wells/boreholes orchards/plantations schools/classrooms trucks/lorries "
    "tents/awnings pumps/machines fields/meadows publishers/dwellings carts/wagons kilns/ovens mills/works barns/sheds "
    "windows/panes cables/wires pipes/tubes benches/seats lamps/lights carpets/rugs drums/barrels books/volumes "
    "letters/notes maps/charts coins/tokens ladders/steps gates/doors fences/railings hives/colonies nets/meshes "
    "ponds/pools dams/barriers canals/channels quays/wharves cranes/hoists crates/boxes sacks/bags bricks/blocks "
    "planks/boards bolts/screws engines/motors wheels/rims trams/streetcars buses/coaches bicycles/bikes horses/mounts "
    "goats/kids sheep/ewes cattle/cows hens/chickens apples/fruit olives/berries lemons/citrus onions/bulbs "
    "blankets/covers coats/jackets shoes/boots radios/receivers screens/monitors cameras/lenses clinics/surgeries "
    "beds/cots syringes/needles masks/shields courts/pitches stadiums/arenas theatres/stages museums/galleries "
    "statues/figures bells/chimes towers/spires chapels/shrines libraries/archives kiosks/stalls shops/stores "
    "cafes/bistros hotels/inns plants/factories turbines/rotors panels/plates meters/gauges tanks/cisterns "
    "tunnels/underpasses signs/notices parcels/packages ferries/barges sails/canvases oars/paddles anchors/moorings "
    "ropes/lines tiles/slates gutters/drains chimneys/stacks stoves/heaters kettles/pots looms/frames spindles/reels "
    "quarries/pits kennels/pens stables/stalls saddles/harnesses furnaces/smelters forges/smithies printers/presses "
    "ledgers/registers vaults/safes scales/balances lanterns/torches flags/banners trumpets/horns pianos/keyboards"
)
VERBS = _rows(
    "repaired/mended counted/tallied burned/scorched flooded/swamped bought/purchased sold/traded inspected/examined "
    "closed/shut opened/unlocked moved/shifted stored/kept lost/forfeited found/located painted/coated damaged/harmed "
    "cleared/emptied listed/recorded guarded/watched shipped/sent built/erected rented/leased borrowed/loaned "
    "insured/covered numbered/labelled replaced/swapped delivered/brought seized/confiscated returned/restored "
    "measured/gauged abandoned/deserted tested/tried fenced/enclosed lifted/raised buried/interred photographed/filmed "
    "cleaned/washed searched/combed doubled/multiplied halved/reduced donated/given stolen/robbed hidden/concealed "
    "ordered/requested cancelled/scrapped finished/completed started/begun weighed/assessed sealed/blocked"
)
ADJECTIVES = _rows(
    "wooden/timber broken/shattered new/modern old/ancient narrow/slim heavy/weighty painted/coloured rented/hired "
    "empty/vacant crowded/packed northern/upland southern/lowland coastal/seaside rural/country damp/wet dry/parched "
    "bright/vivid public/communal private/personal sturdy/solid frail/weak costly/expensive cheap/inexpensive "
    "hidden/secret famous/renowned quiet/silent noisy/loud steep/sheer flat/level rusty/corroded polished/gleaming "
    "borrowed/loaned missing/absent useful/handy strange/odd"
)
PEOPLE = _rows(
    "farmers/growers fishermen/trawlermen teachers/tutors nurses/carers drivers/motorists masons/bricklayers "
    "weavers/spinners bakers/confectioners students/pupils neighbours/villagers tenants/lodgers guards/wardens "
    "sailors/seamen engineers/technicians clerks/secretaries porters/carriers dentists/surgeons judges/magistrates "
    "singers/vocalists painters/decorators cooks/chefs tailors/seamstresses foresters/rangers miners/diggers "
    "traders/merchants pilots/aviators librarians/archivists plumbers/fitters gardeners/landscapers electricians/wiremen"
)
ROLES = _rows(
    "mayor/official surveyor/inspector foreman/supervisor treasurer/accountant registrar/clerk warden/keeper "
    "harbourmaster/pilot headteacher/principal chemist/pharmacist bishop/cleric auditor/examiner captain/skipper "
    "veterinarian/doctor geologist/scientist curator/director contractor/builder postmaster/courier steward/manager"
)
REASONS = tuple(
    tuple(row.split("/"))
    for row in [
        "after the frost came early/because cold weather arrived too soon",
        "once the river rose again/when water levels climbed further",
        "while prices kept climbing/as costs went on rising",
        "before winter set in/ahead of the colder months",
        "because nobody had paid/since bills stayed open",
        "although critics objected/despite protests from opponents",
        "as soon as money arrived/the moment funds came in",
        "until spring returned/up to the thaw",
        "since storms hit the ridge/following gales along the hills",
        "when power failed twice/during two blackouts",
        "so that trade could resume/to let business go on",
        "without asking the council/with no word to town hall",
        "in spite of warnings/against all advice",
        "for lack of spare parts/as components ran out",
        "during a long drought/in months with hardly any rain",
        "under a contract from abroad/by a deal with foreign buyers",
        "following a quarrel over land/after neighbours fell out about plots",
        "thanks to volunteers/with unpaid help",
        "due to a faulty valve/owing to one bad tap",
        "despite heavy fog/although mist lay thick",
    ]
)
OPENINGS = (
    "Meanwhile",
    "Elsewhere",
    "By evening",
    "Last spring",
    "Two winters ago",
    "Later",
    "In private",
    "At first",
    "Even so",
    "According to records",
    "Across town",
    "Near the border",
    "On paper",
    "Until recently",
    "Beyond the hills",
    "To general surprise",
    "By all accounts",
    "Every autumn",
    "Without notice",
    "For months",
    "In a report",
    "Under the old rules",
    "At the same time",
    "Over the years",
    "Before dawn",
    "Against expectations",
    "From the start",
    "In the capital",
    "Upstream",
    "Further inland",
)
ENDINGS = (
    "a witness recalled",
    "records show",
    "neighbours insisted",
    "the file states",
    "few had expected it",
    "nobody disputes that",
    "papers from that week confirm it",
    "an invoice puts it",
    "so the minutes read",
    "both sides agree",
    "a ledger notes",
    "photographs prove as much",
    "the harbour log says",
    "letters describe it",
    "an inventory lists them",
    "it emerged later",
    "a court heard",
    "the survey found",
    "bystanders remembered",
    "the archive holds proof",
)
MANNERS = (
    "slowly",
    "by hand",
    "overnight",
    "in haste",
    "with care",
    "on credit",
    "in secret",
    "twice",
    "again",
    "at a loss",
    "in public",
    "for free",
    "under guard",
    "without tools",
    "by boat",
    "on foot",
    "in pairs",
    "at dusk",
    "in silence",
    "by lottery",
)
TIMES = (
    "on Monday",
    "on Tuesday",
    "in March",
    "in October",
    "last week",
    "this summer",
    "at noon",
    "before Easter",
    "after harvest",
    "in June",
    "on Friday",
    "since August",
    "in late May",
    "around midnight",
    "on Sunday",
    "in February",
    "by Thursday",
    "all weekend",
)
SYLLABLES = (
    "ba",
    "be",
    "bo",
    "bra",
    "cor",
    "da",
    "dal",
    "del",
    "dro",
    "e",
    "fa",
    "fen",
    "fir",
    "gal",
    "gor",
    "ha",
    "hel",
    "hu",
    "il",
    "ir",
    "ja",
    "jor",
    "ka",
    "kel",
    "kir",
    "la",
    "lan",
    "lo",
    "lu",
    "ma",
    "mar",
    "mel",
    "mi",
    "mo",
    "na",
    "nel",
    "no",
    "o",
    "or",
    "pa",
    "pel",
    "per",
    "po",
    "ra",
    "ren",
    "ri",
    "ro",
    "sa",
    "sel",
    "sha",
    "si",
    "sol",
    "ta",
    "tel",
    "ti",
    "tor",
    "u",
    "ul",
    "va",
    "vel",
    "vi",
    "vor",
    "wa",
    "wen",
    "xi",
    "ya",
    "yor",
    "za",
    "zel",
    "zo",
)
PATTERNS = (
    "{opening}, {people} {verb} {number} {adjective} {noun} outside {place} {reason}, {ending}.",
    "Some {number} {noun} near {place} were {verb} {manner} {reason}, {role} {person} said {time}.",
    "{person}, a {role} from {place}, {verb} {number} {noun} {manner} {time}.",
    "{time_cap} the {people} of {place} had {number} {adjective} {noun} {verb} {reason}.",
    "In {place}, where {people} work {manner}, {number} {noun} stood {verb} {time}, {ending}.",
    "{role_cap} {person} told {people} in {place} that {number} {adjective} {noun} would be {verb} {reason}.",
    "{opening}, {number} {noun} belonging to {people} in {place} were {verb}, {person} wrote {time}.",
    "The {adjective} {noun} at {place}, {number} in all, were {verb} {reason} {time}, {ending}.",
    "Of the {noun} that {person} {verb} in {place}, {number} were {adjective}, {people} noticed {time}.",
    "{number} {people} gathered {time} in {place}, where {role} {person} {verb} the {adjective} {noun} {manner}.",
    "{reason_cap}, {person} of {place} {verb} {number} {noun} for the {people}, {ending}.",
    "{people_cap} who {verb} {noun} {manner} in {place} earned {number} crowns each {time}, {role} {person} reckoned.",
)
