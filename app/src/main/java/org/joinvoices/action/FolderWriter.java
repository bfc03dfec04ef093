package org.joinvoices.action;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes an action as the folder that {@link FolderReader} reads back to the same action. */
final class FolderWriter {

  private final Action action;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  private FolderWriter(Action action) {
    this.action = action;
    fill();
  }

  static ActionFolder folder(Action action) {
    Map<String, String> files = new TreeMap<>();
    files.put(ActionYaml.FILE, yaml(settings(action)));
    for (LetterText text : action.letter().texts()) {
      files.put(text.language() + ".md", markdown(text, action.letter().original().subject()));
    }
    return new ActionFolder(files);
  }

  /** The keys of {@code action.yaml}, in their order. */
  static Map<String, Object> settings(Action action) {
    return new FolderWriter(action).settings;
  }

  private void fill() {
    settings.put("slug", action.slug().value());
    settings.put("organization", organization(action.organization()));
    settings.put("authors", action.authors());
    settings.put("addressees", action.addressees().stream().map(this::addressee).toList());
    settings.put("subject", action.letter().original().subject());
    if (!action.topics().isEmpty()) {
      settings.put("topics", action.topics());
    }
    addCongress(action.congress());
    settings.put("opens", time(action.opens()));
    settings.put("deadline", time(action.deadline().toInstant()));
    settings.put("closes", time(action.closes()));
    settings.put("goal", action.goal());
    settings.put("response_days", action.responseDays());
    settings.put("keep_contact", action.keepContact().toString());
    settings.put("original_language", action.originalLanguage());
    settings.put("default_language", action.defaultLanguage());
  }

  private void addCongress(Congress congress) {
    if (!congress.channels().byTarget().isEmpty()) {
      Map<String, Object> channels = new LinkedHashMap<>();
      congress
          .channels()
          .byTarget()
          .forEach(
              (target, order) -> channels.put(target, order.stream().map(Channel::word).toList()));
      settings.put("channels", channels);
    }
    if (!congress.offices().isEmpty()) {
      settings.put("offices", congress.offices().stream().map(FolderWriter::office).toList());
    }
    if (!congress.bills().isEmpty()) {
      settings.put("bills", congress.bills().stream().map(FolderWriter::bill).toList());
    }
    congress.stance().ifPresent(stance -> settings.put("stance", stance.word()));
  }

  private static Map<String, Object> office(OfficeContact office) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("seat", office.seat().value());
    office.email().ifPresent(email -> keys.put("email", email));
    office.phone().ifPresent(phone -> keys.put("phone", phone));
    office.contactPage().ifPresent(page -> keys.put("contact_page", page));
    if (!office.postalAddress().isEmpty()) {
      keys.put("postal_address", office.postalAddress());
    }
    return keys;
  }

  private static Map<String, Object> bill(Bill bill) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("congress", bill.congress());
    keys.put("type", bill.type());
    keys.put("number", bill.number());
    return keys;
  }

  private static Map<String, Object> organization(Organization organization) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", organization.name());
    keys.put("postal_address", organization.postalAddress());
    keys.put("email", organization.email());
    keys.put("phone", organization.phone());
    keys.put("about", organization.about());
    keys.put("contact_name", organization.contactName());
    if (!organization.website().isEmpty()) {
      keys.put("website", organization.website());
    }
    return keys;
  }

  private Map<String, Object> addressee(Addressee addressee) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", addressee.id());
    keys.put("name", addressee.name());
    keys.put("office", addressee.office());
    if (!addressee.postalAddress().isEmpty()) {
      keys.put("postal_address", addressee.postalAddress());
    }
    addressee.email().ifPresent(email -> keys.put("email", email));
    addressee.salutation().ifPresent(salutation -> keys.put("salutation", salutation));
    addressee.phone().ifPresent(phone -> keys.put("phone", phone));
    addressee.contactPage().ifPresent(page -> keys.put("contact_page", page));
    if (!addressee.country().equals(Addressee.USUAL_COUNTRY)) {
      keys.put("country", addressee.country());
    }
    if (addressee.postalLeadDays() != Addressee.USUAL_LEAD_DAYS) {
      keys.put("postal_lead_days", addressee.postalLeadDays());
    }
    if (!addressee.deliverBy().equals(DeliverBy.usual(addressee.email()))) {
      keys.put("deliver_by", addressee.deliverBy().stream().map(DeliverBy::word).toList());
    }
    addressee.validFrom().ifPresent(from -> keys.put("valid_from", time(from)));
    addressee.validTo().ifPresent(to -> keys.put("valid_to", time(to)));
    return keys;
  }

  private String time(Instant instant) {
    ZoneId zone = action.deadline().getZone();
    return ZonedTimes.format(instant, zone);
  }

  private static String markdown(LetterText text, String defaultSubject) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("status", text.status().word());
    keys.put("title", text.title());
    if (!text.subject().equals(defaultSubject)) {
      keys.put("subject", text.subject());
    }
    List<String> parts = new ArrayList<>();
    sections(text).forEach((heading, words) -> parts.add(heading + "\n\n" + words + "\n"));
    return "---\n" + yaml(keys) + "---\n\n" + String.join("\n", parts);
  }

  /** The sections of a language file by their headings, in their order. */
  static Map<String, String> sections(LetterText text) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put(Heading.INTRODUCTION.line(), text.introduction());
    sections.put(Heading.SALUTATION.line(), text.salutation());
    sections.put(Heading.OPENING.line(), text.opening());
    sections.put(Heading.DEMANDS.line(), demands(text.demands()));
    sections.put(Heading.CLOSING.line(), text.closing());
    if (!text.toSenators().isEmpty()) {
      sections.put(Heading.TO_SENATORS.line(), text.toSenators());
      sections.put(Heading.TO_REPRESENTATIVES.line(), text.toRepresentatives());
    }
    text.toSeats().forEach(own -> sections.put(own.heading().line(), own.text()));
    return sections;
  }

  private static String demands(List<Demand> demands) {
    return demands.stream()
        .map(demand -> demand.number() + ". " + demand.text())
        .collect(Collectors.joining("\n"));
  }

  /** One line per value, however long, because editors wrap and people should not. */
  private static String yaml(Map<String, Object> keys) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(4);
    options.setIndicatorIndent(2);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(keys);
  }
}
