"""Every screen that staff work on, by a name, whose it is and where it stands."""

from dataclasses import dataclass

PART = "/es/espacio/actividades/"
PLANS = "/es/espacio/planes/"
TELLS = "/es/espacio/experiencias/"
FILMS = "/es/espacio/videos/"
SAFE = "/es/espacio/evaluaciones/"
MEASURES = "/es/espacio/medidas/{town}/"
RISKS = "/es/espacio/riesgos/{town}/"
TWINS = "/es/espacio/hermanamientos/"
VISITS = "/es/espacio/intercambios/"
TOWN = "/es/espacio/guia/{town}/"
MEETING = f"{TOWN}reuniones/{{meeting}}/"


@dataclass(frozen=True)
class Screen:
    """One screen: who reads it ("" is a reader who never signed in) and its address."""

    name: str
    who: str
    address: str
    status: int = 200


# Experiences and videos: what writes, corrects, removes and decides.
TOLD = [
    Screen("experiences", "tecnica", TELLS),
    Screen("experience-start", "tecnica", f"{TELLS}nueva/"),
    Screen("experience", "tecnica", f"{TELLS}{{experience}}/"),
    *(
        Screen(f"experience-{name}", "tecnica", f"{TELLS}{{experience}}/seccion/{word}/")
        for name, word in (
            ("about", "de-que-trata"), ("problem", "problema"), ("process", "proceso"),
            ("outcomes", "resultados"), ("voices", "voces"),
            ("partners", "quienes-participaron"), ("files", "archivos"),
        )
    ),
    Screen("experience-saves", "tecnica", f"{TELLS}{{experience}}/versiones/"),
    Screen("experience-discard", "tecnica", f"{TELLS}{{experience}}/hacer/descartar/"),
    Screen(
        "experience-remove-photo", "tecnica",
        f"{TELLS}{{experience}}/{{experience_photo}}/",
    ),
    Screen(
        "experience-photo", "tecnica", f"{TELLS}{{experience}}/foto/{{experience_picture}}/",
    ),
    Screen(
        "experience-cover", "tecnica",
        f"{TELLS}{{experience}}/foto/{{experience_picture}}/tapar/",
    ),
    Screen(
        "experience-published-versions", "coordinacion",
        f"{TELLS}{{experience_public}}/versiones-publicadas/",
    ),
    Screen("experience-public", "coordinacion", f"{TELLS}{{experience_public}}/"),
    Screen("experience-corrected", "coordinacion", f"{TELLS}{{experience_sent}}/"),
    Screen(
        "experience-withdraw", "coordinacion",
        f"{TELLS}{{experience_public}}/hacer/retirar/",
    ),
    Screen("experience-as-read", "tecnica", f"{TELLS}{{experience}}/como-se-leera/"),
    Screen("experiences-waiting", "editora", f"{TELLS}revision/"),
    Screen("experience-review", "editora", f"{TELLS}revision/{{experience_sent}}/"),
    Screen("assessments", "tecnica", SAFE),
    Screen("assessment-start", "coordinacion", f"{SAFE}nueva/"),
    Screen("assessment", "tecnica", f"{SAFE}{{assessment}}/"),
    Screen("assessment-dimension", "tecnica", f"{SAFE}{{assessment}}/dimension/ESP/"),
    Screen("assessment-read", "asociacion", f"{SAFE}{{assessment}}/dimension/FIN/"),
    Screen(
        "assessment-evidence", "tecnica", f"{SAFE}{{assessment}}/evidencia/ESP-03/"
    ),
    Screen(
        "assessment-call-off", "coordinacion",
        f"{SAFE}{{assessment}}/hacer/suspender-consulta/",
    ),
    Screen("consultation", "coordinacion", f"{SAFE}{{assessment}}/consulta/"),
    Screen("groups", "tecnica", f"{SAFE}{{assessment}}/grupos/"),
    Screen("group", "tecnica", f"{SAFE}{{assessment}}/grupos/ninez/"),
    Screen("assisted", "tecnica", f"{SAFE}{{assessment}}/consulta/con-ayuda/"),
    Screen("opinion", "", "/es/opinion/{opinion}/"),
    Screen("assessment-cancel", "coordinacion", f"{SAFE}{{assessment}}/hacer/cancelar/"),
    Screen("assessment-reply", "coordinacion", f"{SAFE}{{assessment}}/respuesta/ESP/"),
    Screen("register", "tecnica", RISKS),
    Screen("risk-new", "tecnica", f"{RISKS}nuevo/"),
    Screen("risk", "tecnica", f"{RISKS}1/"),
    Screen("risk-read", "asociacion", f"{RISKS}1/"),
    *(
        Screen(f"risk-{name}", "tecnica", f"{RISKS}1/hoja/{word}/")
        for name, word in (
            ("about", "de-que-se-trata"), ("rating", "valoracion"),
            ("decision", "decision"), ("public", "publico"),
        )
    ),
    Screen("risk-close", "tecnica", f"{RISKS}1/hacer/cerrar/"),
    Screen("plan-measures", "tecnica", MEASURES),
    Screen("measure-new", "tecnica", f"{MEASURES}nueva/?risk=1"),
    Screen("measure", "tecnica", f"{MEASURES}1/"),
    *(
        Screen(f"measure-{name}", "tecnica", f"{MEASURES}1/hoja/{word}/")
        for name, word in (
            ("what", "que"), ("who", "quien"), ("money", "dinero"),
            ("public", "publico"),
        )
    ),
    Screen("measure-tell", "tecnica", f"{MEASURES}1/contar/"),
    Screen("measure-suspend", "tecnica", f"{MEASURES}1/pasar/suspendida/"),
    Screen("measure-approve", "tecnica", f"{MEASURES}1/pasar/aprobada/"),
    Screen("films", "tecnica", FILMS),
    Screen("film-start", "tecnica", f"{FILMS}nuevo/"),
    Screen("film", "tecnica", f"{FILMS}{{film}}/"),
    Screen("film-edit", "tecnica", f"{FILMS}{{film}}/escribir/"),
    Screen("film-said", "tecnica", f"{FILMS}{{film}}/lo-que-se-dice/es/"),
    Screen(
        "film-drop", "tecnica", f"{FILMS}{{film}}/preguntar/quitar/?track={{track}}"
    ),
    Screen("film-discard", "tecnica", f"{FILMS}{{film}}/descartar/"),
    Screen("film-public", "coordinacion", f"{FILMS}{{film_public}}/"),
    Screen("film-withdraw", "coordinacion", f"{FILMS}{{film_public}}/preguntar/retirar/"),
    Screen("film-review", "editora", f"{FILMS}{{film_sent}}/"),
]  # fmt: skip
# Twinnings and exchanges: proposed, ratified, planned, reported, promised, asked.
TWINNED = [
    Screen("twinnings", "coordinacion", TWINS),
    Screen("twinning-start", "coordinacion", f"{TWINS}nuevo/"),
    Screen("twinning", "coordinacion", f"{TWINS}{{twinning}}/"),
    *(
        Screen(
            f"twinning-{name}", "coordinacion", f"{TWINS}{{twinning}}/seccion/{word}/"
        )
        for name, word in (
            ("about", "por-que"), ("topics", "temas"), ("agreement", "acuerdo"),
            ("parties", "partes"),
        )
    ),
    Screen("twinning-documents", "coordinacion", f"{TWINS}{{twinning}}/documentos/"),
    Screen("twinning-status", "coordinacion", f"{TWINS}{{twinning}}/situacion/"),
    Screen("twinning-party", "coordinacion", f"{TWINS}{{twinning}}/partes/{{party}}/"),
    Screen(
        "ratification", "coordinacion",
        f"{TWINS}{{twinning}}/partes/{{party}}/ratificacion/",
    ),
    Screen("exchange-open", "coordinacion", f"{TWINS}{{twinning}}/abrir/"),
    Screen("exchange", "coordinacion", f"{VISITS}{{exchange}}/"),
    *(
        Screen(
            f"exchange-{name}", "coordinacion", f"{VISITS}{{exchange}}/seccion/{word}/"
        )
        for name, word in (
            ("plan", "plan"), ("agenda", "agenda"), ("delegation", "delegacion"),
            ("checklist", "preparacion"), ("report", "informe"), ("places", "lugares"),
            ("photos", "fotos"),
        )
    ),
    Screen("exchange-log", "coordinacion", f"{VISITS}{{exchange}}/bitacora/"),
    Screen(
        "exchange-photo", "coordinacion",
        f"{VISITS}{{exchange}}/foto/{{exchange_photo}}/",
    ),
    Screen(
        "exchange-cover", "coordinacion",
        f"{VISITS}{{exchange}}/foto/{{exchange_photo}}/tapar/",
    ),
    Screen("commitment-new", "coordinacion", f"{VISITS}{{exchange}}/compromisos/nuevo/"),
    Screen(
        "commitment", "coordinacion", f"{VISITS}{{exchange}}/compromisos/{{commitment}}/"
    ),
    Screen(
        "commitment-met", "coordinacion",
        f"{VISITS}{{exchange}}/compromisos/{{commitment}}/cumplido/",
    ),
    Screen("officer", "coordinacion", f"{VISITS}{{exchange}}/contraparte/"),
    Screen("exchange-discard", "coordinacion", f"{VISITS}{{exchange}}/hacer/descartar/"),
]  # fmt: skip
# A municipality's own work with the guide.
ORGANISED = [
    Screen("towns", "asociacion", "/es/espacio/guia/"),
    Screen("town", "tecnica", TOWN),
    Screen("town-read", "asociacion", TOWN),
    Screen("town-steps", "tecnica", f"{TOWN}pasos/"),
    Screen("town-step", "tecnica", f"{TOWN}pasos/{{step}}/"),
    Screen("town-step-read", "asociacion", f"{TOWN}pasos/{{step}}/"),
    Screen("town-step-file", "tecnica", f"{TOWN}pasos/{{step}}/archivo/"),
    Screen(
        "town-step-remove", "tecnica", f"{TOWN}pasos/{{step}}/respaldo/{{shown}}/quitar/"
    ),
    Screen("body", "tecnica", f"{TOWN}instancia/"),
    Screen("body-write", "tecnica", f"{TOWN}instancia/escribir/"),
    Screen("seat-new", "tecnica", f"{TOWN}instancia/lugares/nuevo/"),
    Screen("seat", "tecnica", f"{TOWN}instancia/lugares/{{seat}}/"),
    Screen("seat-left", "tecnica", f"{TOWN}instancia/lugares/{{seat}}/salida/"),
    Screen("group-new", "tecnica", f"{TOWN}instancia/subcomisiones/nuevo/"),
    Screen("group", "tecnica", f"{TOWN}instancia/subcomisiones/{{group}}/"),
    Screen("meetings", "tecnica", f"{TOWN}reuniones/"),
    Screen("meeting-new", "tecnica", f"{TOWN}reuniones/nuevo/"),
    Screen("meeting", "tecnica", MEETING),
    Screen("meeting-write", "tecnica", f"{MEETING}escribir/"),
    Screen("agreement-new", "tecnica", f"{MEETING}acuerdos/nuevo/"),
    Screen("agreement", "tecnica", f"{MEETING}acuerdos/{{agreed}}/"),
    Screen("agreement-settle", "tecnica", f"{MEETING}acuerdos/{{agreed}}/resultado/"),
    Screen(
        "agreement-remove", "tecnica", f"{MEETING}acuerdos/{{agreed}}/hacer/quitar/"
    ),
    Screen("town-papers", "tecnica", f"{TOWN}documentos/"),
    Screen("town-paper", "tecnica", f"{TOWN}documentos/{{model}}/"),
    Screen("town-policies", "asociacion", f"{TOWN}politicas/"),
    Screen("policy-new", "tecnica", f"{TOWN}politicas/nuevo/"),
    Screen("policy", "tecnica", f"{TOWN}politicas/{{registered}}/"),
    Screen(
        "policy-publish", "asociacion", f"{TOWN}politicas/{{registered}}/hacer/publicar/"
    ),
    Screen("progress-show", "coordinacion", f"{TOWN}avance/mostrar/"),
]  # fmt: skip
SCREENS = [
    # The door.
    Screen("sign-in", "", "/es/cuenta/entrar/"),
    Screen("letter-code", "", "/es/cuenta/invitacion/"),
    Screen("password-forgotten", "", "/es/cuenta/contrasena/olvidada/"),
    Screen("password-mailed", "", "/es/cuenta/contrasena/olvidada/enviada/"),
    Screen("not-open", "", "/es/cuenta/invitacion/nada/", 404),
    # The public forms.
    Screen("ask", "", "/es/preguntar/?of=sv-santa-tecla"),
    Screen("bulletin-ask", "", "/es/boletin/"),
    Screen("bulletin-asked", "", "/es/boletin/pedido/"),
    Screen("ask-sent", "", "/es/preguntar/enviada/"),
    Screen("take-down-by-address", "", "/es/pedir-retiro/"),
    Screen("take-down", "", "/es/pedir-retiro/?of=activity-{published}"),
    Screen("take-down-thanks", "", "/es/pedir-retiro/{thanks}/"),
    Screen("log", "", "/es/bitacora/"),
    Screen("public-activity", "", "/es/bitacora/{published}/"),
    Screen("not-found", "", "/es/nada/", 404),
    Screen("search", "", "/es/buscar/"),
    Screen("search-results", "", "/es/buscar/?q=prevencion&country=SV"),
    Screen("search-wrong", "", "/es/buscar/?q=a&year=mil", 422),
    Screen("glossary", "", "/es/glosario/"),
    Screen("glossary-term", "", "/es/glosario/comite-municipal-de-prevencion/"),
    # One's account.
    Screen("account", "newcomer", "/es/cuenta/"),
    Screen("two-steps", "newcomer", "/es/cuenta/dos-pasos/"),
    Screen("codes", "newcomer", "/es/cuenta/dos-pasos/codigos/"),
    Screen("app-off", "newcomer", "/es/cuenta/dos-pasos/aplicacion/quitar/"),
    Screen("passkey", "newcomer", "/es/cuenta/dos-pasos/llave/"),
    Screen("sessions", "newcomer", "/es/cuenta/sesiones/"),
    Screen("password", "newcomer", "/es/cuenta/contrasena/cambiar/"),
    Screen("password-again", "tecnica2", "/es/cuenta/contrasena-otra-vez/"),
    Screen("two-steps-none", "tecnica2", "/es/cuenta/dos-pasos/"),
    # A clerk's screens.
    Screen("front", "tecnica", "/es/espacio/"),
    Screen("quick-log", "tecnica", "/es/espacio/registro-rapido/"),
    Screen("activities", "tecnica", PART),
    Screen("month", "tecnica", "/es/espacio/mes/"),
    Screen("trash", "tecnica", "/es/espacio/papelera/"),
    Screen("files", "tecnica", "/es/espacio/archivos/"),
    Screen("prepare", "tecnica", f"{PART}preparar/"),
    Screen("held", "coordinacion", "/es/espacio/continuar/{held}/"),
    Screen("record", "tecnica", f"{PART}{{draft}}/"),
    Screen("edit", "tecnica", f"{PART}{{draft}}/editar/"),
    Screen("edit-returned", "tecnica", f"{PART}{{returned}}/editar/"),
    Screen("sent", "tecnica", f"{PART}{{waiting}}/enviada/"),
    Screen("details", "tecnica", f"{PART}{{draft}}/detalles/"),
    *(
        Screen(name, "tecnica", f"{PART}{{draft}}/detalles/{part}/")
        for name, part in (
            ("when", "cuando"), ("participants", "participantes"),
            ("groups", "poblacion"), ("results", "resultados"), ("cost", "costo"),
            ("partners", "aliados"),
        )
    ),
    Screen("evidence", "tecnica", f"{PART}{{draft}}/evidencias/"),
    Screen("photo", "tecnica", f"{PART}{{draft}}/evidencias/{{draft_photo}}/"),
    Screen("cover", "tecnica", f"{PART}{{draft}}/evidencias/{{draft_photo}}/recortar/"),
    Screen(
        "remove-photo",
        "tecnica",
        f"{PART}{{draft}}/evidencias/{{draft_photo}}/accion/quitar/",
    ),
    Screen(
        "consent",
        "tecnica",
        f"{PART}{{published}}/evidencias/{{published_photo}}/autorizacion/",
    ),
    Screen("discard", "tecnica", f"{PART}{{draft}}/accion/descartar/"),
    Screen("reopen", "tecnica", f"{PART}{{waiting}}/accion/retomar/"),
    Screen("refused", "tecnica", "/es/espacio/revision/", 403),
    # Plans that adapt an experience.
    Screen("plans", "tecnica", PLANS),
    Screen("adapt", "tecnica", f"{PLANS}nuevo/gt-mixco-municipio-seguro/"),
    Screen("adapt-refused", "asociacion", f"{PLANS}nuevo/gt-mixco-municipio-seguro/", 403),
    Screen("plan", "coordinacion", f"{PLANS}{{plan}}/"),
    *(
        Screen(f"plan-{name}", "tecnica", f"{PLANS}{{plan}}/seccion/{name}/")
        for name in ("about", "steps", "partners", "costs", "changes")
    ),
    Screen("plan-discard", "tecnica", f"{PLANS}{{plan}}/accion/discard/"),
    *TOLD,
    *TWINNED,
    *ORGANISED,
    # A coordination's screens.
    Screen("hide", "coordinacion", f"{PART}{{published}}/accion/ocultar/"),
    Screen("withdraw", "coordinacion", f"{PART}{{published}}/accion/retirar/"),
    Screen("show", "coordinacion", f"{PART}{{hidden}}/accion/mostrar/"),
    Screen("take-downs", "coordinacion", "/es/espacio/retiros/"),
    Screen("take-down-asked", "coordinacion", "/es/espacio/retiros/{take_down}/"),
    Screen(
        "take-down-reason", "coordinacion", "/es/espacio/retiros/{no_reason}/motivo/"
    ),
    Screen("people", "coordinacion", "{people}"),
    Screen("invite", "coordinacion", "{people}invitar/"),
    Screen("replace", "coordinacion", "{people}cambiar-personal/"),
    Screen(
        "replaced", "coordinacion", "{people}cambios-de-personal/{replacement}/"
    ),
    # An association's screens.
    Screen("inbox", "asociacion", "/es/espacio/revision/"),
    Screen("questions", "asociacion", "/es/espacio/preguntas/"),
    Screen("question", "asociacion", "/es/espacio/preguntas/{question}/"),
    Screen("question-answered", "asociacion", "/es/espacio/preguntas/{answered}/"),
    Screen(
        "question-publish", "asociacion", "/es/espacio/preguntas/{answered}/publicar/"
    ),
    Screen("review", "asociacion", "/es/espacio/revision/{waiting}/"),
    # The secretariat's.
    Screen("secretariat-front", "secretaria", "/es/espacio/"),
    Screen("all-people", "secretaria", "/es/espacio/personas/"),
]  # fmt: skip
ADMIN = [
    Screen("admin", "secretaria", "/admin/"),
    Screen("add-municipality", "secretaria", "/admin/network/municipality/add/"),
    Screen("associations", "secretaria", "/admin/network/association/"),
    Screen("activities-listed", "secretaria", "/admin/network/activity/"),
    Screen("trail", "secretaria", "/admin/network/auditentry/"),
    Screen("deletions", "secretaria", "/admin/network/deletion/"),
    Screen("questions-listed", "secretaria", "/admin/network/question/"),
    Screen("take-downs-listed", "secretaria", "/admin/network/takedown/"),
    Screen("experiences-listed", "secretaria", "/admin/experiences/experience/"),
    Screen("films-listed", "secretaria", "/admin/experiences/film/"),
    Screen("film-read", "secretaria", "/admin/experiences/film/{film_public}/change/"),
    Screen("plans-listed", "secretaria", "/admin/experiences/adaptation/"),
]
