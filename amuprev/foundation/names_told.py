"""Names of people in a text: of a child or a victim, with an age, or introduced.

Pure. A capital alone may be of a town or an institution, so what counts as a name is
decided by the words: the most usual given names and surnames of the region are surely
somebody's; others only where nothing but a name can stand.
"""

import re
import unicodedata

WORD = r"[A-ZÁÉÍÓÚÑÜ][a-záéíóúñü]+"
BETWEEN_NAMES = r"\s+(?:del?\s+(?:l[ao]s?\s+)?)?"
NAMES = rf"{WORD}(?:{BETWEEN_NAMES}{WORD}){{0,3}}(?:\s+[A-Z]\.)?"


def _words_of(line: str) -> frozenset[str]:
    return frozenset(line.split())


NUMBERS = (
    "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte"
)
AGES = {name: turn for turn, name in enumerate(str.split(NUMBERS), start=1)}
AGE = rf"(?:\d{{1,2}}(?!\d)|{'|'.join(AGES)})"
ADULT = 18

# The most usual ones, without accents.
GIVEN = _words_of(
    "abigail abner adela adolfo adriana adrian agustin aida alba alberto alejandra "
    "alejandro alex alexander alexandra alexis alfonso alfredo alicia alma alvaro "
    "amanda amelia ana anabel andrea andres angel angela angelica anita antonia antonio "
    "araceli ariel arturo ashley axel beatriz belen benjamin berta bertha blanca brandon "
    "brayan brenda brian bryan camila carla carlos carmen carolina catalina cecilia cesar "
    "christian cindy clara claudia cristian cristina daniel daniela danilo darwin david "
    "debora delmy denis dennis diana diego dina dolores doris dulce edgar edgardo edith "
    "edmundo eduardo edwin elena elias elisa elizabeth elmer elsa emanuel emely emilia "
    "emilio emma enrique eric erick erika ernesto esmeralda esteban estela estefany ester "
    "esther eugenia eva evelin evelyn ezequiel fabiola fatima felipe fernanda fernando "
    "flor francisca francisco franklin fredy gabriel gabriela genesis georgina gerardo "
    "gerson gilberto gilma gladis gladys gloria graciela gregorio griselda guadalupe "
    "guillermo gustavo hector helen henry heriberto hernan hilda hugo ignacio ines ingrid "
    "irene iris irma isaac isabel isabella isaias ismael israel ivan ivania ivonne jacinto "
    "jackeline jacqueline jaime jairo jasmin javier jazmin jefferson jennifer jenny "
    "jeremias jesica jessica jesus jimena joaquin joel jonathan jorge jose josefa josefina "
    "joselyn josselyn josue juan juana juanita julia julian juliana julieta julio karen "
    "karina karla katherin katherine katia kelly kenia kevin kimberly lady laura lesly "
    "lesbia leticia liliana lilian linda lisandro lorena lorenzo lourdes lucas lucia "
    "luciana luis luisa luz magdalena manuel manuela marcela marcelo marco marcos margarita "
    "maria mariana maribel maricela mariela mario marisol maritza marlene marlon marta "
    "martha martin marvin mateo matias mauricio maximo maynor mayra melani melanie melissa "
    "melvin mercedes mia micaela michelle miguel milagro mildred milton mirian miriam mirna "
    "misael moises monica nancy natalia nathaly nelly nelson nery nestor nicolas nicole "
    "nidia noe noel noelia noemi nohemi nora norma nubia odalis ofelia olga olivia omar "
    "orlando oscar oswaldo otilia pablo pamela paola patricia paula paulina pedro petrona "
    "rafael rafaela ramiro ramon ramona raquel raul rebeca regina reina rene reyna ricardo "
    "rigoberto roberto rocio rodolfo rodrigo rogelio rolando roman romeo rosa rosalia "
    "rosario rosaura roxana ruben ruth salvador samuel sandra santiago santos sara sarai "
    "saul sebastian selena selvin sergio silvia simon sofia sonia stephanie susana "
    "suyapa teodoro teresa tomas ulises valentina valeria vanessa veronica vicente victor "
    "victoria vilma virginia vivian walter wendy wilfredo william wilmer wilson xiomara "
    "yadira yamileth yanira yasmin yeimi yenifer yesenia yesica yolanda zoila zulma"
)
SURNAMES = _words_of(
    "aguilar aguirre alas alfaro alvarado amaya andino aparicio araujo arce argueta "
    "arevalo arriaga avila ayala barahona barrera barrientos batres bautista bonilla "
    "caballero cabrera calderon campos canales cardona carias carranza carrillo castellanos "
    "castillo castro cerna chacon chavarria chavez chicas cisneros coreas cornejo cortez "
    "cruz cuellar deras escobar escalante espinal espinoza estrada figueroa flores fuentes "
    "galdamez galeas garcia garay gallardo granados guardado guerra guerrero guevara "
    "guzman henriquez herrera huezo iraheta jovel juarez lainez landaverde lara lazo lemus "
    "leiva linares lobo machado maldonado marroquin mata mazariegos medina mejia melara "
    "melgar membreno mena mendoza menjivar mercado merino miranda molina monge monroy "
    "montoya montes morales morataya moreno munguia munoz murcia najarro navarrete navarro "
    "novoa nolasco ochoa ojeda orellana ortega ortiz osorio pacheco padilla palacios paredes "
    "paz pena peralta perla pineda pinto pleitez polanco ponce portillo quezada quintana "
    "quintanilla ramos rauda recinos renderos reyes rios rivas rivera robles rodas rojas "
    "romero rosales rubio ruiz salamanca salazar salgado salinas salmeron sanabria sandoval "
    "santamaria saravia segovia serrano sibrian solano solis solorzano soriano sorto sosa "
    "soto tejada toledo torres trejo turcios ulloa umana urbina valdes valdez valencia "
    "valle valladares vargas vega velasco ventura vigil villalobos villalta villanueva "
    "villatoro xol zaldivar zamora zavala zelaya zepeda zuniga"
)
# Words, too, or places: they are a name only with their capital, or with another one.
ALSO_WORDS = _words_of(
    "alba alma angel blanca clara dolores dulce esmeralda flor gloria lady linda lourdes "
    "luz mercedes milagro reina rosa rosario salvador santos victoria"
)
ALSO_PLACES = _words_of(
    "asuncion guadalupe israel salvador santiago rosario mercedes valencia"
)
ENDS_IN_EZ = _words_of(
    "diez ninez vejez madurez validez sacatepequez suchitepequez rapidez timidez "
    "honradez escasez"
)
SAINTS = _words_of("san santa santo sto sta")
# What these begin is a place, an institution, a people or a thing.
NOT_NAMES = SAINTS | _words_of(
    "el la los las lo un una en de del con por para su sus al y o the a an of in "
    "puerto ciudad villa villas nueva nuevo rio monte montana lago costa isla islas cerro "
    "colonia barrio canton caserio aldea distrito municipio municipios municipalidad "
    "alcaldia ayuntamiento departamento provincia region zona centro centroamerica casa "
    "hogar parque plaza calle avenida cancha estadio mercado escuela colegio instituto "
    "liceo universidad academia hospital clinica unidad hogares iglesia parroquia pastoral "
    "asociacion fundacion comite consejo concejo mesa junta liga club red federacion "
    "ministerio secretaria viceministerio direccion oficina fiscalia procuraduria policia "
    "juzgado corte tribunal comisaria comisionado defensoria gobierno estado republica "
    "ejercito cruz plan programa proyecto politica ley codigo decreto ordenanza acuerdo "
    "orquesta banda equipo atletico deportivo scouts guias naciones unicef union costero "
    "oscilacion jesus dios lenca lencas maya mayas garifuna garifunas pipil pipiles xinca "
    "miskito misquito kiche quiche nahuat salvadoreno salvadorena guatemalteco guatemalteca "
    "hondureno hondurena nicaraguense costarricense panameno panamena dominicano dominicana "
    "guatemala honduras nicaragua panama belice belize mexico america internacional"
)
# What is called after somebody names no one who lives there.
PLACES = re.compile(
    r"(?:colegio|escuela|instituto|liceo|calle|avenida|parque|hospital|centro|fundación|"
    r"colonia|barrio|plaza|cancha|estadio|biblioteca|casa|hogar|polideportivo|premio|"
    r"universidad|asociación|parroquia|school|park|street)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# Whatever is called so is no person.
THINGS = re.compile(
    r"(?:programa|proyecto|plan|campaña|grupo|taller|curso|escuela|colegio|comunidad|"
    r"colonia|barrio|cantón|parque|calle|aplicación|estrategia|lugar|municipio|libro|obra|"
    r"canción|equipo|organización|asociación|fundación|red|mesa|comité|revista|emisora|"
    r"program|programme|project|school|group|team|place|town)\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def fold(word: str) -> str:
    """A word in small letters, without accents."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def _words(names: str) -> list[str]:
    return [fold(each) for each in re.findall(r"\w+", names) if each[0].isupper()]


def surely_somebody(names: str, besides: frozenset[str] = ALSO_PLACES) -> bool:
    """True when one of the words is a usual given name or surname, not after a saint;
    those `besides` do not count."""
    words = _words(names)
    if not words or words[0] in NOT_NAMES - {"jesus"}:
        return False
    return any(
        _is_usual(word) and word not in besides
        for before, word in zip(["", *words], words, strict=False)
        if before not in SAINTS
    )


def _is_usual(word: str) -> bool:
    ends = word.endswith("ez") and len(word) > 4 and word not in ENDS_IN_EZ
    return ends or word in GIVEN or word in SURNAMES


def could_be_somebody(names: str) -> bool:
    """True unless its words are of a place, an institution or a people."""
    words = _words(names)
    return bool(words) and not NOT_NAMES & set(words) - {"cruz"}


CHILD = (
    r"(?:menor|niñ[oa]|nen[ea]|bebé|bebe|adolescente|jovencit[oa]|muchach[oa]|cipot[ea]|"
    r"patoj[oa]|v[íi]ctima|hij[oa]|niet[oa]|sobrin[oa]|hermanit[oa]|girl|boy|minor|"
    r"victim|teenager|daughter)"
)
YOUNG = r"(?:jov[ea]n|j[óo]ven(?:es)?|estudiante|alumn[oa]|chic[oa]|student)"
ONE = r"(?:el|la|un|una|al|del|niet[oa]|su|mi|este|esta|the|a|her|his)"
SCHOOL_YEAR = r"(?:\s+de\s+\w+\s+(?:grado|año|curso|básico|bachillerato))"
AFTER_CHILD = rf"(?:\s+de\s+edad)?(?:\s+de\s+{AGE}\s+años|{SCHOOL_YEAR})?"
# Who is a child, a young person or a victim, and the capital that follows.
OF_A_CHILD = (
    rf"(?<!\w)(?:(?P<one>(?i:{ONE}))\s+)?(?P<who>(?i:{CHILD}|{YOUNG})s?)"
    rf"(?i:{AFTER_CHILD})(?P<gap>\s*[,:(])?\s+(?:[«\"(]\s*)?(?P<named>{NAMES})"
)
OF_A_CHILD_SMALL = (
    rf"(?<!\w)(?P<who>(?i:{CHILD}|{YOUNG})s?)(?i:{AFTER_CHILD})\s+"
    r"(?P<named>[a-záéíóúñü]{2,}|[A-ZÁÉÍÓÚÑÜ]{2,})(?!\w)"
)


def is_a_childs(found: re.Match) -> bool:
    """«la niña Ana», «El joven Juan Pérez López», «estudiante: Luis»; no institution."""
    named, who = found["named"], found["who"]
    words = _words(named)
    if words in (["jesus"], ["dios"]):
        return False
    if surely_somebody(named, frozenset()):
        before = found.string[max(0, found.start("who") - 60) : found.start("who")]
        before = re.sub(r"\bl[ao]s?\s+$", "", before)
        return not (who[0].isupper() and PLACES.search(before))
    # Only right after «la niña» nothing but a name can stand.
    loose = found["gap"] or not found["one"] or who[0].isupper() or who[-1] == "s"
    if loose or not could_be_somebody(named):
        return False
    return len(words) > 1 or not re.fullmatch(YOUNG, who, re.IGNORECASE)


def is_a_childs_in_small(found: re.Match) -> bool:
    """The same by who writes without capitals or in nothing else: «la niña ana»."""
    named = fold(found["named"])
    return named in GIVEN - {"jesus"} and named not in ALSO_WORDS


OLD = (
    r"(?:\s+años(?!\s+(?:después|despues|antes|más|mas|atrás|atras|de\s+(?!edad)))"
    r"|\s+years?\s+old|-years?-old)"
)
WITH_AN_AGE = (
    rf"(?<!\w)(?P<named>{NAMES})(?P<gap>\s*[,(]\s*|\s+)"
    rf"(?P<tells>(?:de|con|tiene|tenía|cumplió|is|was|aged)\s+)?(?P<age>(?i:{AGE})){OLD}"
)
AGE_BEFORE = (
    rf"(?<!\w)(?P<age>(?i:{AGE}))(?:-years?-old|\s+años(?:\s+de\s+edad)?,)\s+"
    rf"(?P<named>{NAMES})"
)
NOT_BEFORE = re.compile(r"(?:^|\W)(?:de|del|en|desde|a|al|the|in|of|el|la)\s*$", re.I)


def _age(found: re.Match) -> int:
    told = found["age"].casefold()
    return int(told) if told.isdigit() else AGES.get(told, AGES.get(fold(told), 0))


def _is_with_an_age(found: re.Match) -> bool:
    named = found["named"]
    before = found.string[max(0, found.start() - 12) : found.start()]
    of_a_place = NOT_BEFORE.search(before)
    if surely_somebody(named, ALSO_PLACES if of_a_place else frozenset()):
        return True
    told = found["tells"] or "(" in found["gap"]
    two = len(_words(named)) > 1 and could_be_somebody(named)
    return bool(two and told and not of_a_place)


def is_a_minor_with_an_age(found: re.Match) -> bool:
    """«María Elena Rodríguez, de 15 años», «Ana (9 años)», «Luis tiene 12 años»."""
    return _age(found) < ADULT and _is_with_an_age(found)


def is_an_adult_with_an_age(found: re.Match) -> bool:
    """The same of who is of age; no school that bears a name."""
    before = found.string[max(0, found.start() - 60) : found.start()]
    named = surely_somebody(found["named"])
    return _age(found) >= ADULT and named and not PLACES.search(before)


def is_a_minor_after_an_age(found: re.Match) -> bool:
    """«9-year-old Ana López»."""
    return _age(found) < ADULT and surely_somebody(found["named"])


INTRODUCED = (
    r"(?<!\w)(?P<how>(?i:se\s+llama(?:ba)?n?|me\s+llamo|(?:mi|su)\s+nombre\s+es|my\s+name\s+is|"
    r"(?:his|her)\s+name\s+is|nombres?(?:\s+y\s+apellidos?|\s+complet[oa]s?)?\s*:|name\s*:))"
    rf"\s*(?P<named>{NAMES})"
)


def is_introduced(found: re.Match) -> bool:
    """«Se llama Juan Pérez», «nombre: Yuleidy Barahona»; no programme's name."""
    named, how = found["named"], fold(found["how"])
    before = found.string[max(0, found.start() - 60) : found.start()]
    if how.startswith(("me ", "mi ", "my ", "her ", "his ")):
        return could_be_somebody(named)
    if THINGS.search(before):
        return False
    if surely_somebody(named):
        return True
    return (
        how.endswith(":") and len(_words(named)) > 1 and could_be_somebody(named)
    ) or bool(re.search(rf"(?i:{CHILD}|{YOUNG}|ella|él)\W[^.]{{0,50}}$", before))


STANDS_ALONE = re.compile(rf"(?<!\w){NAMES}")


def person_in_office(text: str) -> str:
    """The person's name that stands where an office was asked for; empty if none."""
    for found in STANDS_ALONE.finditer(text):
        before = text[: found.start()]
        if surely_somebody(found[0]) and not PLACES.search(before):
            words = _words(found[0])
            if len(words) > 1 or before.strip() in ("", "y") or text == found[0]:
                return found[0]
    return ""
