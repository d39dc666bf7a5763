-- The tables of dossier.sqlite. Columns are in the order in which database.py inserts them.
PRAGMA page_size = 4096;
PRAGMA foreign_keys = ON;

CREATE TABLE origins (
  id TEXT PRIMARY KEY,
  credit TEXT,
  reports INTEGER NOT NULL
);

CREATE TABLE reports (
  doc TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  origin TEXT REFERENCES origins(id),
  headline TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  language TEXT NOT NULL,
  url TEXT,
  text TEXT NOT NULL,
  page TEXT NOT NULL
);

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  doc TEXT NOT NULL REFERENCES reports(doc),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  property TEXT NOT NULL,
  value TEXT NOT NULL,
  value_number REAL,
  value_max REAL,
  unit TEXT,
  comparator TEXT NOT NULL,
  answer TEXT NOT NULL,
  as_of TEXT,
  as_of_basis TEXT,
  earliest TEXT,
  latest TEXT,
  place TEXT,
  speaker TEXT,
  speaker_chain TEXT,
  modality TEXT NOT NULL,
  negated INTEGER NOT NULL,
  part TEXT,
  confidence REAL NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  page TEXT NOT NULL,
  reader TEXT,
  decision TEXT,
  correction TEXT
);

CREATE TABLE findings (
  id TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  subject TEXT NOT NULL,
  property TEXT NOT NULL,
  status TEXT NOT NULL,
  standing TEXT NOT NULL,
  answers TEXT NOT NULL,
  reports INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  upstream INTEGER NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE finding_claims (
  finding TEXT NOT NULL REFERENCES findings(id),
  claim TEXT NOT NULL REFERENCES claims(id),
  answer TEXT,
  PRIMARY KEY (finding, claim)
) WITHOUT ROWID;

CREATE TABLE checks (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  statement TEXT NOT NULL,
  formula TEXT NOT NULL,
  computed TEXT,
  holds INTEGER,
  note TEXT NOT NULL
);

CREATE TABLE check_claims (
  "check" TEXT NOT NULL REFERENCES checks(id),
  claim TEXT NOT NULL REFERENCES claims(id),
  PRIMARY KEY ("check", claim)
) WITHOUT ROWID;

CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  aliases TEXT NOT NULL,
  offices TEXT NOT NULL,
  country TEXT,
  public INTEGER NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL REFERENCES entities(id),
  doc TEXT NOT NULL REFERENCES reports(doc),
  form TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  named INTEGER NOT NULL
);

CREATE TABLE pairs (
  a TEXT NOT NULL REFERENCES reports(doc),
  b TEXT NOT NULL REFERENCES reports(doc),
  relation TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;

CREATE TABLE unclaimed (
  id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL REFERENCES reports(doc),
  kind TEXT NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  reason TEXT NOT NULL
);

CREATE INDEX reports_by_origin ON reports(origin);
CREATE INDEX claims_by_doc ON claims(doc, start);
CREATE INDEX claims_by_kind ON claims(kind);
CREATE INDEX claims_by_subject ON claims(subject, property);
CREATE INDEX claims_by_speaker ON claims(speaker);
CREATE INDEX findings_by_standing ON findings(standing);
CREATE INDEX finding_claims_by_claim ON finding_claims(claim);
CREATE INDEX check_claims_by_claim ON check_claims(claim);
CREATE INDEX mentions_by_entity ON mentions(entity);
CREATE INDEX mentions_by_doc ON mentions(doc, start);
CREATE INDEX pairs_by_b ON pairs(b);
CREATE INDEX unclaimed_by_doc ON unclaimed(doc, start);

CREATE VIEW words AS
SELECT findings.question, findings.standing, finding_claims.answer, claims.quote, claims.speaker_chain AS said_by,
  reports.headline, reports.outlet, reports.published, claims.page, findings.id AS finding, claims.id AS claim
FROM finding_claims
JOIN findings ON findings.id = finding_claims.finding
JOIN claims ON claims.id = finding_claims.claim
JOIN reports ON reports.doc = claims.doc;

-- Datasette knows the index of a table by its content in double quotes.
CREATE VIRTUAL TABLE claims_search USING fts5(
  subject, property, answer, speaker_chain, quote,
  content="claims", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE reports_search USING fts5(
  headline, text,
  content="reports", tokenize = 'unicode61 remove_diacritics 2'
);
