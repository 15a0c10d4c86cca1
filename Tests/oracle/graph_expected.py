"""The entities of FollowTheMoney that the JSON of `muster show` asks for, with followthemoney's own cleaning of values."""

import collections
import sqlite3

from followthemoney import model
from followthemoney.types import registry
from prefixdate import parse

PREFIX = "muster-"
LETTERS = {"S": "source", "G": "programme", "U": "unit", "O": "official", "P": "post", "E": "enrollment"}
# What stands in a property; what is neither here nor in LINKS is a text "field: value".
PROPERTIES = {
    "region": {"name": "name"},
    "source": {"title": "title", "publisher": "publisher", "url": "sourceUrl", "language": "language", "published": "publishedAt",
               "captured": "retrievedAt"},
    "programme": {"name": "name", "launched": "startDate", "aim": "goal"},
    "unit": {"name": "name"},
    "official": {"name": "name"},
    "post": {"title": "name"},
    "enrollment": {"group": "summary", "role": "role"},
    "event": {"value": "summary", "date": "date", "cause": "description"},
}
LINKS = {
    "region": [], "source": ["derived_from", "relation"], "programme": ["came_from"], "unit": ["region", "programme", "part_of"],
    "official": [], "post": ["official", "region"], "enrollment": ["official", "unit", "region"], "event": ["other_unit"],
}
NAMES = {"primary": "name", "former": "previousName", "misspelt": "weakAlias", "local": "alias", "alias": "alias",
         "transliteration": "alias", "expansion": "alias"}
BEGINS = {"joined", "contract_signed", "appointed", "elected"}
ENDS = {"rotated_out", "left", "killed", "resigned", "dismissed", "term_ended"}
UNIT_ENDS = {"merged_into", "split_into", "reformed_as", "renamed_as", "disbanded"}
OPEN = {"denied", "unclear"}
ARTICLES = {"state_agency", "regional_media", "national_media", "foreign_media", "rewrite"}
INTERVALS = {"Membership", "Occupancy", "Documentation", "UnknownLink", "ProjectParticipant"}


def read(muster, sql: str) -> list:
    with sqlite3.connect(muster.db) as db:
        return db.execute(sql).fetchall()


def ids(muster) -> list[str]:
    codes = [code for code, in read(muster, "SELECT code FROM region ORDER BY 1")]
    return codes + [f"{letter}{number}" for letter, table in LETTERS.items() for number, in read(muster, f"SELECT id FROM {table} ORDER BY 1")]


def listed(muster) -> dict:
    """What one record's JSON does not say of the records that it names."""
    rejected = {f"{letter}{number}" for letter, table in LETTERS.items() if letter != "S"
                for number, in read(muster, f"SELECT id FROM {table} WHERE standing = 'rejected'")}
    for number, official, unit in read(muster, "SELECT id, official_id, unit_id FROM enrollment"):
        if {f"O{official}", f"U{unit}"} & rejected:
            rejected.add(f"E{number}")
    rejected |= {f"P{number}" for number, official in read(muster, "SELECT id, official_id FROM post") if f"O{official}" in rejected}
    sources = {f"S{number}": (url, publisher) for number, url, publisher in read(muster, "SELECT id, url, publisher FROM source")}
    borders = collections.defaultdict(list)
    for code, country, border in read(muster, "SELECT region_code, country, border FROM foreign_neighbour"):
        borders[code].append(f"borders: {country} ({border})")
    # What is dated after today or after every source that reports it happened to nobody yet.
    plans = {event["id"] for event in muster.json("events") if event["is_plan"]}
    deaths = collections.defaultdict(list)
    for event, official, enrollment, date, earliest, latest in read(
            muster, "SELECT v.id, official_id, e.id, date, earliest, latest FROM event v JOIN enrollment e ON e.id = v.enrollment_id "
            "WHERE v.value = 'killed' AND v.standing <> 'rejected' ORDER BY v.id"):
        if f"E{enrollment}" not in rejected and f"V{event}" not in plans:
            told = read(muster, f"SELECT DISTINCT source_id FROM citation WHERE event_id = {event} AND standing <> 'rejected' AND stance = 'supports'")
            deaths[f"O{official}"].append({"edtf": date, "earliest": earliest, "latest": latest,
                                           "said": [{"source": {"id": f"S{source}"}} for source, in told]})
    members = collections.defaultdict(list)
    for group, member, official in read(muster, "SELECT group_id, member_id, official_id FROM group_member g JOIN enrollment e ON e.id = g.member_id"):
        members[f"E{group}"].append((f"E{member}", f"O{official}"))
    regions = dict(read(muster, "SELECT region_code, text FROM name WHERE nature = 'primary' AND region_code IS NOT NULL"))
    return {"rejected": rejected, "sources": sources, "borders": borders, "deaths": deaths, "members": members, "regions": regions,
            "plans": plans}


def key(record: str) -> str:
    return PREFIX + record.replace("/", ".")


def words_of_people(least, most, none="at least {}") -> str:
    if most is None:
        return f"at least {least}"
    return f"{least}" if least == most else f"up to {most}" if least == 0 and most else f"{least} to {most}"


def parts(value) -> list[str]:
    """A value as texts, as the page FollowTheMoney of the documentation spells them."""
    if value is None:
        return []
    if isinstance(value, list):
        return [part for item in value for part in parts(item)]
    if not isinstance(value, dict):
        return [str(value)]
    if "facet" in value:
        return [value["value"] or f"{value['facet'].replace('_', ' ')} {words_of_people(value['least'], value['most'])}"]
    if "edtf" in value:
        return [value["edtf"]]
    if "least" in value:
        return [str(value["least"]) if value["least"] == value["most"] else f"{value['least']}..{value['most'] or ''}"]
    return [value.get("id") or value["code"]]


class Expected:
    """The entities of some records."""

    def __init__(self, records: dict, listed: dict):
        self.records, self.listed = records, listed
        self.all: dict = {}

    def entities(self) -> dict:
        return {name: (schema, {prop: sorted(values) for prop, values in properties.items() if values})
                for name, (schema, properties) in self.all.items()}

    def entity(self, schema: str, name: str):
        self.all[name] = (schema, collections.defaultdict(set))

        def put(prop: str, text, field=None):
            if text is None:
                return
            kind = model.get(schema).get(prop).type
            clean = kind.clean(text)
            if kind is registry.date and not (text.isascii() and all(c.isdigit() or c == "-" for c in text) and parse(text).text == text
                                              and len(text) in (4, 7, 10)):
                clean = None
            if kind is registry.url and "://" not in text:
                clean = None
            if clean:
                self.all[name][1][prop].add(clean)
            if clean != text and field:
                put_text(field, text)

        def put_text(field: str, text: str):
            self.all[name][1]["description" if schema in INTERVALS else "notes"].add(f"{field}: {text}")

        return put, put_text

    def proof(self, put, statements: list) -> None:
        for statement in statements:
            source = statement["source"]["id"]
            url, publisher = self.listed["sources"][source]
            put("proof", key(source))
            put("sourceUrl", url)
            put("publisher", publisher)

    def fields(self, kind: str, fields: list, put, put_text, besides=()) -> None:
        for field in fields:
            name = field["field"]
            if name not in LINKS[kind] and name not in besides:
                for part in parts(field["value"]):
                    prop = PROPERTIES[kind].get(name)
                    put(prop, part, name) if prop else put_text(name, part)
            if field["is_inference"]:
                put_text("inferred", name + (f" ({field['inferred']})" if field["inferred"] else ""))
            if field["is_in_dispute"]:
                put_text("in_dispute", name)

    def judged(self, record: dict, put_text) -> None:
        if record["standing"] not in (None, "accepted"):
            put_text("standing", record["standing"])
        if record["standing_note"]:
            put_text("note", record["standing_note"])

    def add(self, record: dict) -> None:
        if record["id"] in self.listed["rejected"]:
            return
        values = {field["field"]: field["value"] for field in record["fields"]}
        events = [event for event in record["events"] if event["standing"] != "rejected"]
        supporting = [statement for part in [record, *events] for field in part["fields"] for statement in field["supporting"]]
        kind = record["kind"]
        getattr(self, kind)(record, values, events, supporting)
        official = values.get("official") if kind == "enrollment" else None
        self.documentation(record, key(official["id"]) if official else key(record["id"]))
        for event in events:
            self.event(event, record, values, kind)
            self.documentation(event, key(event["id"]))

    def documentation(self, record: dict, about: str) -> None:
        for field in record["fields"]:
            for group in ("supporting", "disputing", "earlier"):
                for statement in field[group]:
                    put, put_text = self.entity("Documentation", key(statement["citation"]))
                    source = statement["source"]["id"]
                    url, publisher = self.listed["sources"][source]
                    for prop, text in (("document", key(source)), ("entity", about), ("recordId", record["id"]), ("role", field["field"]),
                                       ("status", statement["standing"]), ("sourceUrl", url), ("publisher", publisher)):
                        put(prop, text)
                    put("summary", statement["stated"], "stated")
                    put("date", (statement["held"] or {}).get("edtf"), "held")
                    for name in ("stance", "wording", "locator", "quote", "speaker", "speech"):
                        if statement[name]:
                            put_text(name, statement[name])
                    if statement["standing_note"]:
                        put_text("note", statement["standing_note"])
                    if group == "earlier":
                        put_text("of", "a time that is over")

    def base(self, schema: str, record: dict, kind: str, supporting: list, besides=()):
        put, put_text = self.entity(schema, key(record["id"]))
        self.fields(kind, record["fields"], put, put_text, besides)
        self.judged(record, put_text)
        self.proof(put, supporting)
        return put, put_text

    def place(self, put, region) -> None:
        if region:
            put("addressEntity", key(region["code"]))
            put("country", region["code"][:2])

    def link(self, record: dict, field: str, other, schema="UnknownLink", role=None) -> None:
        if not other or other["id"] in self.listed["rejected"]:
            return
        put, _ = self.entity(schema, f"{key(record['id'])}-{field.replace('_', '-')}-{other['id']}")
        put("subject" if schema == "UnknownLink" else "participant", key(record["id"]))
        put("object" if schema == "UnknownLink" else "project", key(other["id"]))
        put("role", role or field.replace("_", " "))
        for one in record["fields"]:
            if one["field"] == field:
                self.proof(put, one["supporting"])

    def region(self, record, values, events, supporting) -> None:
        put, put_text = self.base("Address", record, "region", supporting)
        name = next((name["text"] for name in record["names"] if name["nature"] == "primary"), record["id"])
        for prop, text in (("full", f"{name}, {record['id']}"), ("region", name), ("state", record["id"]), ("country", record["id"][:2])):
            put(prop, text)
        for text in self.listed["borders"][record["id"]]:
            put_text(*text.split(": "))
        for name in record["names"]:
            put({"primary": "name", "former": "previousName"}.get(name["nature"], "alias"), name["text"], "name")

    def source(self, record, values, events, supporting) -> None:
        put, put_text = self.entity("Article" if values["kind"] in ARTICLES else "Document", key(record["id"]))
        self.fields("source", record["fields"], put, put_text)
        put("fileName", record["id"])
        others, relations = parts(values.get("derived_from")), parts(values.get("relation"))
        for index, other in enumerate(others):
            put, _ = self.entity("UnknownLink", f"{key(record['id'])}-derived-from-{other}")
            put("subject", key(record["id"]))
            put("object", key(other))
            put("role", relations[index if len(relations) > 1 else 0])

    def named(self, record, put, abbreviation: str) -> None:
        for name in record["names"]:
            put(abbreviation if name["nature"] == "abbreviation" else NAMES[name["nature"]], name["text"], "name")

    def programme(self, record, values, events, supporting) -> None:
        put, _ = self.base("Project", record, "programme", supporting)
        self.named(record, put, "weakAlias")
        self.link(record, "came_from", values.get("came_from"))

    def official(self, record, values, events, supporting) -> None:
        put, put_text = self.base("Person", record, "official", supporting)
        self.named(record, put, "abbreviation")
        for death in self.listed["deaths"][record["id"]]:
            put("deathDate", death["edtf"])
            put_text("state", f"killed {death['edtf'] or 'no date'}")
            self.proof(put, death["said"])

    def unit(self, record, values, events, supporting) -> None:
        put, put_text = self.base("Organization", record, "unit", supporting)
        self.named(record, put, "abbreviation")
        if not record["names"]:
            put("weakAlias", record["title"])
        self.place(put, values.get("region"))
        for state in (record["state"] or {}).get("states", []):
            if state["value"] is None:
                put_text(state["facet"], words_of_people(state["least"], state["most"]))
            else:
                put({"status": "status", "form": "classification"}[state["facet"]], state["value"].replace("_", " "))
        for event in events:
            for prop, states in (("incorporationDate", {"established"}), ("dissolutionDate", UNIT_ENDS)):
                if event["value"]["value"] in states and event["date"] and event["id"] not in self.listed["plans"]:
                    put(prop, event["date"]["edtf"])
        self.plans(record, put_text)
        self.link(record, "part_of", values.get("part_of"))
        self.link(record, "programme", values.get("programme"), "ProjectParticipant")

    def post(self, record, values, events, supporting) -> None:
        put, _ = self.base("Position", record, "post", supporting)
        self.place(put, values.get("region"))
        if values.get("region"):
            put("subnationalArea", self.listed["regions"][values["region"]["code"]])
        official = values["official"]["id"]
        put, put_text = self.entity("Occupancy", f"{key(record['id'])}-{official}")
        put("holder", key(official))
        put("post", key(record["id"]))
        self.life(record, events, official, put, put_text)
        self.proof(put, supporting)

    def life(self, record, events, official, put, put_text) -> None:
        states = [state["value"] for state in (record["state"] or {}).get("states", [])]
        grade, deaths = record["grade"], self.listed["deaths"][official]
        # A death ends what had not ended before, and is told by its own sources.
        ending = deaths if "killed" in states else []
        for death in ending:
            self.proof(put, death["said"])
        if grade in ("definitely", "presumably"):
            status = "current"
        elif grade == "no" and not OPEN & set(states) and (states or deaths):
            status = "ended"
        elif grade == "possibly" and states and set(states) <= ENDS:
            status = "ended"
        else:
            status = "unknown"
        put("status", status)

        def order(event):
            date = event["date"] or {}
            return date.get("earliest") or "", date.get("latest") or "", int(event["id"][1:])

        events = [event for event in events if event["id"] not in self.listed["plans"]]
        begun = sorted((event for event in events if event["value"]["value"] in BEGINS), key=order)
        if begun and begun[0]["date"]:
            put("startDate", begun[0]["date"]["edtf"])
        if status == "ended":
            ends = [event for event in events if event["value"]["value"] in ENDS]
            ends += [{"date": death if death["edtf"] else None, "id": "V999999"} for death in ending]
            last = sorted(ends, key=order)[-1:]
            if last and last[0]["date"]:
                put("endDate", last[0]["date"]["edtf"])
        self.states(record, put_text)

    def states(self, record, put_text) -> None:
        for state in (record["state"] or {}).get("states", []):
            put_text(state["facet"], parts(state)[0])
        self.plans(record, put_text)

    def plans(self, record, put_text) -> None:
        for plan in (record["state"] or {}).get("plans", []):
            state, other = plan["state"], plan.get("object")
            words = [parts(state)[0].replace("_", " ")]
            if other:
                link = "for " if other["id"].startswith("E") else ""
                words.append(f"{link}{other['id']} {other['name']}" if other["name"] else f"{link}{other['id']}")
            if plan["date"]:
                words.append(plan["date"]["edtf"])
            put_text("planned", " ".join(words))

    def enrollment(self, record, values, events, supporting) -> None:
        if values.get("official"):
            put, put_text = self.base("Membership", record, "enrollment", supporting)
            put("member", key(values["official"]["id"]))
            put("organization", key(values["unit"]["id"]))
            put("recordId", record["id"])
            self.life(record, events, values["official"]["id"], put, put_text)
            return
        put, put_text = self.base("Note", record, "enrollment", supporting, besides=["role"])
        put("entity", key(values["unit"]["id"]))
        if values.get("role"):
            put_text("role", values["role"])
        self.place(put, values.get("region"))
        self.states(record, put_text)
        for other in record["related"]:
            # A doubt holds both ways, and is written by the younger group.
            if other["relation"] == "perhaps_the_same" and int(other["id"][1:]) < int(record["id"][1:]):
                self.link(record, "perhaps_same_as", other)
        for member, official in self.listed["members"][record["id"]]:
            if member not in self.listed["rejected"]:
                put, _ = self.entity("UnknownLink", f"{key(member)}-of-the-group-{record['id']}")
                for prop, text in (("subject", key(official)), ("object", key(record["id"])), ("role", "one of the group"), ("recordId", member)):
                    put(prop, text)

    def event(self, event, owner, values, kind) -> None:
        put, put_text = self.entity("Event", key(event["id"]))
        self.fields("event", event["fields"], put, put_text)
        self.judged(event, put_text)
        self.proof(put, [statement for field in event["fields"] for statement in field["supporting"]])
        other = next((field["value"] for field in event["fields"] if field["field"] == "other_unit"), None)
        title = f"{parts(event['value'])[0].replace('_', ' ')}" + (f" {other['name']}" if other else "")
        put("name", f"{title}: {owner['title']}")
        put("recordId", owner["id"])
        put_text("facet", event["value"]["facet"])
        if event["id"] in self.listed["plans"]:
            put_text("planned", "yes")
        parties = [owner["id"]] if kind == "unit" else [party["id"] for party in (values.get("official"), values.get("unit")) if party]
        for party in parties:
            put("involved", key(party))
        if other:
            put_text("other_unit", other["id"])
            if other["id"] not in self.listed["rejected"]:
                put("involved", key(other["id"]))
