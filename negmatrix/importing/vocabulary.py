"""The words that headers are made of, in the languages that tables of positions come in."""

import re
import unicodedata

ISSUE = (
    "issue", "issues", "issue area", "agenda item", "matter", "point of contention", "bone of contention",
    "питання", "вопрос", "enjeu", "enjeux", "streitfrage", "streitpunkt", "asunto", "cuestión", "questione", "kwestia",
    "subject", "topic", "item", "provision", "question", "point", "clause", "article", "theme", "area",
    "dimension", "demand", "subject matter",
    "тема", "пункт", "проблема", "предмет", "положення", "предмет спору", "положение", "статья", "стаття",
    "sujet", "thème", "dossier", "disposition", "point de discussion",
    "thema", "frage", "punkt", "gegenstand", "regelung", "sachfrage", "streitthema",
    "tema", "punto", "materia", "disposición", "pregunta", "argomento", "temat", "zagadnienie", "assunto", "questão",
)  # fmt: skip
"""What the column of issues is called, the surest words first."""

OTHERWISE = {
    "topic": (
        "topic",
        "theme",
        "area",
        "subject",
        "subject matter",
        "тема",
        "thème",
        "thema",
        "tema",
        "temat",
        "dossier",
    ),
    "question": ("question", "вопрос", "frage", "pregunta"),
}
"""What some of these words mean in a table that has a surer column of issues."""

FIELDS: dict[str, tuple[str, ...]] = {
    "party": (
        "party", "actor", "country", "delegation", "stakeholder", "negotiator", "member state",
        "сторона", "країна", "учасник", "делегація", "страна", "участник", "делегация",
        "partie", "pays", "acteur", "délégation", "partei", "land", "akteur",
        "parte", "país", "delegación", "delegazione", "strona", "kraj", "państwo",
    ),
    "verdict": (
        "verdict", "status", "agreement", "alignment", "assessment", "convergence", "traffic light", "rag",
        "rag status", "agreement status", "level of agreement", "computed verdict",
        "статус", "оцінка", "узгодженість", "оценка", "согласованность", "statut", "évaluation", "bewertung",
        "einigung", "estado", "estatus", "evaluación", "stato",
    ),
    "says": (
        "says", "statement", "quote", "quotation", "wording", "argument", "words", "text",
        "заява", "цитата", "аргумент", "заявление", "déclaration", "citation", "aussage", "zitat", "wortlaut",
        "declaración", "cita",
    ),
    "stance": ("stance", "level", "score", "rating", "option", "preference", "preferred option"),
    "words": (
        "position", "positions", "view", "standpoint", "opinion", "позиція", "погляд", "позиция", "взгляд", "мнение",
        "point de vue", "avis", "haltung", "standpunkt", "posición", "postura", "posizione", "stanowisko", "posição",
    ),
    "source": (
        "source", "sources", "reference", "references", "ref", "link", "url", "джерело", "джерела", "источник",
        "источники", "référence", "quelle", "quellen", "fuente", "fuentes", "fonte", "źródło",
    ),
    "date": ("date", "day", "дата", "datum", "fecha", "data"),
    "round": ("round", "session", "meeting", "раунд", "runde", "sitzung", "ronda", "sesión", "séance", "runda"),
    "salience": ("salience", "importance", "важливість", "важность", "wichtigkeit", "importancia"),
    "confidence": ("confidence", "certainty"),
    "interest": ("interest", "interests", "motive", "інтерес", "интерес", "intérêt", "interesse", "interés"),
    "red_line": ("red line", "red lines", "червона лінія", "красная линия", "ligne rouge", "rote linie", "línea roja"),
    "next": ("next", "next step", "next steps", "наступний крок", "следующий шаг", "nächster schritt", "próximo paso"),
    "weight": ("weight", "gewicht", "poids", "peso", "вага", "вес"),
    "unit": ("unit", "units", "einheit", "unité", "unidad", "одиниця", "единица"),
    "note": (
        "note", "notes", "comment", "comments", "remark", "remarks", "description", "details", "explanation",
        "примітка", "примітки", "коментар", "опис", "примечание", "примечания", "комментарий", "описание",
        "commentaire", "commentaires", "remarque", "anmerkung", "anmerkungen", "bemerkung", "kommentar",
        "nota", "notas", "comentario", "comentarios", "uwagi",
    ),
    "topic": ("category", "chapter", "basket", "cluster", "group", "категорія", "категория", "catégorie", "kategorie"),
    "title": ("title", "назва", "название", "titre", "titel", "título"),
    "ignore": ("#", "no", "nr", "№", "number", "id", "n°", "n", "row", "s no", "sr no"),
}  # fmt: skip

OWN = (
    "talks", "state", "stance", "place", "says", "accepts", "rejects", "fixed", "red_line", "salience", "interest",
    "depends_on", "by", "confidence", "disputed", "carried_from", "internal",
)  # fmt: skip
"""Further columns of our own tidy rows, by their very names."""

OWN_ALONE = {
    "round_title": "round_title",
    "round_date": "round_date",
    "name": "name",
    "role": "role",
    "claims": "claims",
    "stale": "ignore",
}
"""And those that mean this in a table of our own only."""

POSITION = frozenset((
    "position", "positions", "view", "views", "stance", "stances", "proposal", "proposals", "side", "demand", "demands",
    "opinion", "standpoint", "offer", "says", "позиція", "позиції", "погляд", "думка", "пропозиція", "пропозиції",
    "сторона", "позиция", "позиции", "взгляд", "мнение", "предложение", "предложения", "требования", "вимоги",
    "proposition", "propositions", "avis", "côté", "haltung", "standpunkt", "vorschlag", "sicht", "seite", "posición",
    "posiciones", "postura", "propuesta", "posizione", "stanowisko", "posição",
))  # fmt: skip
"""Words beside a party's name in the header of its column."""

LINKS = frozenset(("of", "the", "by", "for", "from", "de", "la", "le", "les", "du", "des", "der", "die", "das", "von",
                   "del", "el", "los", "las", "delle", "dei"))  # fmt: skip

OBJECTIVE = frozenset((
    "objective", "objectives", "goal", "goals", "aim", "aims", "purpose", "мета", "ціль", "цілі", "цель", "цели",
    "objectif", "objectifs", "but", "ziel", "ziele", "zweck", "objetivo", "objetivos", "obiettivo", "cel",
))  # fmt: skip
OUTCOME = frozenset((
    "outcome", "outcomes", "result", "results", "impact", "effect", "benefit", "benefits", "результат", "результати",
    "результаты", "résultat", "résultats", "effet", "ergebnis", "ergebnisse", "wirkung", "resultado", "resultados",
    "risultato", "rezultat", "wynik",
))  # fmt: skip

VERDICTS = {
    "aligned": ("aligned", "green", "agreement", "convergent", "convergence", "full agreement", "узгоджено"),
    "partial": ("partial", "yellow", "amber", "orange", "partly", "partially aligned", "partial agreement"),
    "divergent": ("divergent", "red", "disagreement", "divergence", "opposed", "conflict", "no agreement"),
    "unclear": ("unclear", "needs clarification", "grey", "gray"),
    "open": ("open", "unresolved", "outstanding", "not agreed", "pending", "in progress", "under discussion", "ongoing"),
    "parked": ("parked", "deferred", "postponed", "on hold"),
    "dropped": ("dropped", "off the table", "abandoned"),
    "settled": ("settled", "agreed", "closed", "resolved", "done", "погоджено", "согласовано", "convenu", "vereinbart",
                "acordado"),
}  # fmt: skip
"""What a column of verdicts says, by the word of the format that it means."""

NOT_STATED = frozenset((
    "-", "–", "—", "--", "---", "―", "−", "·", "…", "...", ".", "?", "none", "nil", "tbd", "tbc", "unknown", "not stated",
    "no position", "no data", "к.а.", "нет данных", "немає", "нет", "не визначено", "не определено", "k.a.", "s.o.",
))  # fmt: skip
"""Cells in which no position is stated. `n/a` is not among them: it says that the issue does not apply."""

SCALES = (
    ("oppose strongly", "oppose", "neutral", "support", "support strongly"),
    ("strongly oppose", "oppose", "neutral", "support", "strongly support"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
    ("oppose", "neutral", "support"),
    ("no", "yes"),
    ("no", "partly", "yes"),
    ("no", "maybe", "yes"),
    ("against", "neutral", "for"),
    ("against", "open", "for"),
    ("reject", "conditional", "accept"),
    ("reject", "open", "accept"),
    ("low", "medium", "high"),
    ("very low", "low", "medium", "high", "very high"),
    ("проти", "нейтрально", "за"),
    ("против", "нейтрально", "за"),
    ("ні", "так"),
    ("нет", "да"),
    ("contre", "neutre", "pour"),
    ("non", "oui"),
    ("dagegen", "neutral", "dafür"),
    ("nein", "ja"),
    ("en contra", "neutral", "a favor"),
    ("no", "sí"),
)
"""Words whose order is known, from one end to the other."""

_APART = re.compile(r"[\s_\-–—:*.()\[\]/]+")


def fold(words: str) -> str:
    """Words as they are compared: without case, signs at their ends, and with one blank between them."""
    if len(words) > 200:
        return words
    return _APART.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()
