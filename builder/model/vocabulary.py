"""The closed word lists of the record. A value is what stands in YAML; its label is what a reader sees."""

from enum import StrEnum


class Word(StrEnum):
    """One word of a closed list: `value` for YAML and addresses, `label` for people."""

    def __new__(cls, value: str, label: str):
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word

    @property
    def slug(self) -> str:
        """The value as it stands in an address: `hospital-case-manager`."""
        return self.value.replace("_", "-")


class LineOfBusiness(Word):
    """What an agency offers."""

    HOME_HEALTH = "home_health", "Home health"
    HOSPICE = "hospice", "Hospice"
    PRIVATE_DUTY = "private_duty", "Private duty"


class ReferralSource(Word):
    """Who sends patients."""

    HOSPITAL_CASE_MANAGER = "hospital_case_manager", "Hospital case manager or discharge planner"
    ED_CASE_MANAGER = "ed_case_manager", "Emergency department case manager"
    HOSPITALIST = "hospitalist", "Hospitalist"
    PRIMARY_CARE = "primary_care", "Primary care practice"
    CARDIOLOGY = "cardiology", "Cardiology practice"
    CARDIAC_SURGERY = "cardiac_surgery", "Cardiac surgery practice"
    CARDIAC_REHAB = "cardiac_rehab", "Cardiac rehabilitation program"
    PULMONOLOGY = "pulmonology", "Pulmonology practice"
    NEPHROLOGY = "nephrology", "Nephrology practice"
    DIALYSIS = "dialysis", "Dialysis unit"
    NEUROLOGY = "neurology", "Neurology practice"
    PSYCHIATRY = "psychiatry", "Psychiatry or behavioral health practice"
    ENDOCRINOLOGY = "endocrinology", "Endocrinology or diabetes practice"
    GASTROENTEROLOGY = "gastroenterology", "Gastroenterology or hepatology practice"
    UROLOGY = "urology", "Urology practice"
    ONCOLOGY = "oncology", "Oncology practice"
    PALLIATIVE = "palliative", "Palliative care team"
    INFECTIOUS_DISEASE = "infectious_disease", "Infectious disease clinic"
    ORTHOPEDICS = "orthopedics", "Orthopedic practice"
    SPINE = "spine", "Spine or pain practice"
    RHEUMATOLOGY = "rheumatology", "Rheumatology practice"
    GENERAL_SURGERY = "general_surgery", "General or colorectal surgery practice"
    SURGERY_CENTER = "surgery_center", "Ambulatory surgery center"
    VASCULAR = "vascular", "Vascular practice"
    PODIATRY = "podiatry", "Podiatry practice"
    WOUND_CLINIC = "wound_clinic", "Wound clinic"
    OPHTHALMOLOGY = "ophthalmology", "Eye or low-vision practice"
    PHYSIATRY = "physiatry", "Physiatry practice"
    IRF = "irf", "Inpatient rehabilitation facility"
    SNF = "snf", "Skilled nursing facility"
    LTACH = "ltach", "Long-term acute care hospital"
    ALF = "alf", "Assisted living community"
    MEMORY_CARE = "memory_care", "Memory care community"
    ILF = "ilf", "Independent living community"
    THERAPIST = "therapist", "Outpatient therapist"
    DIETITIAN = "dietitian", "Dietitian"
    PHARMACIST = "pharmacist", "Pharmacist or anticoagulation clinic"
    INFUSION = "infusion", "Infusion center or pharmacy"
    MEDICAL_EQUIPMENT = "medical_equipment", "Medical equipment or oxygen company"
    PROSTHETIST = "prosthetist", "Prosthetist"
    CARE_MANAGER = "care_manager", "Aging life care or insurance care manager"
    ELDER_LAW = "elder_law", "Elder-law attorney or trust officer"
    AREA_AGENCY_ON_AGING = "area_agency_on_aging", "Area Agency on Aging"
    SENIOR_CENTER = "senior_center", "Senior center or faith community"
    VETERANS = "veterans", "VA social work or veterans service officer"
    HOME_CARE_PARTNER = "home_care_partner", "Another home care agency"


class Discipline(Word):
    """Who does the work."""

    NURSING = "nursing", "Nursing"
    PHYSICAL_THERAPY = "physical_therapy", "Physical therapy"
    OCCUPATIONAL_THERAPY = "occupational_therapy", "Occupational therapy"
    SPEECH_THERAPY = "speech_therapy", "Speech-language pathology"
    SOCIAL_WORK = "social_work", "Medical social services"
    AIDE = "aide", "Home health or hospice aide"
    HOSPICE_PHYSICIAN = "hospice_physician", "Hospice physician"
    CHAPLAIN = "chaplain", "Chaplain or spiritual counselor"
    VOLUNTEER = "volunteer", "Hospice volunteer"
    BEREAVEMENT = "bereavement", "Bereavement counselor"
    DIETITIAN = "dietitian", "Dietitian"
    CAREGIVER = "caregiver", "Private-duty caregiver, hired privately"


class HospitalProgram(Word):
    """A Medicare program that makes hospitals or agencies care about this diagnosis."""

    HRRP_AMI = "hrrp_ami", "Hospital readmissions: heart attack"
    HRRP_COPD = "hrrp_copd", "Hospital readmissions: COPD"
    HRRP_HF = "hrrp_hf", "Hospital readmissions: heart failure"
    HRRP_PNEUMONIA = "hrrp_pneumonia", "Hospital readmissions: pneumonia"
    HRRP_CABG = "hrrp_cabg", "Hospital readmissions: bypass surgery"
    HRRP_THA_TKA = "hrrp_tha_tka", "Hospital readmissions: hip and knee replacement"
    HHVBP = "hhvbp", "Home health value-based purchasing"
    TEAM = "team", "TEAM bundled surgical episodes"


class ClinicalGroup(Word):
    """The 12 PDGM clinical groups; value is CMS's letter, label CMS's name (CY 2026 case-mix weights file)."""

    A = "A", "MMTA - Other"
    B = "B", "Neuro Rehabilitation"
    C = "C", "Wound"
    D = "D", "Complex Nursing Interventions"
    E = "E", "Musculoskeletal Rehabilitation"
    F = "F", "Behavioral Health"
    G = "G", "MMTA - Surgical Aftercare"
    H = "H", "MMTA - Cardiac and Circulatory"
    I = "I", "MMTA - Endocrine"  # noqa: E741 - CMS's letter
    J = "J", "MMTA - Gastrointestinal tract and Genitourinary system"
    K = "K", "MMTA - Infectious Disease, Neoplasms, and Blood-Forming Diseases"
    L = "L", "MMTA - Respiratory"


class GroupStatus(Word):
    """How sure a PDGM clinical group is."""

    PUBLISHED = "published", "named so by a published source"
    BELIEVED = "believed", "believed; not checked against the CMS table"
    UNKNOWN = "unknown", "not known to us; ask your coder"


class Contractor(Word):
    """Medicare's home health and hospice contractors."""

    CGS = "cgs", "CGS Administrators"
    NGS = "ngs", "National Government Services"
    PALMETTO = "palmetto", "Palmetto GBA"
