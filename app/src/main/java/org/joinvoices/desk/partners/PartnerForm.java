package org.joinvoices.desk.partners;

import static org.joinvoices.desk.partners.PartnersPages.WORDS;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.coalition.LogoPicture;
import org.joinvoices.coalition.Partners;
import org.joinvoices.coalition.ShownName;
import org.joinvoices.coalition.SourceName;
import org.joinvoices.coalition.Website;
import org.joinvoices.platform.web.UploadForm;

/**
 * What was typed for a new partner, kept as it was typed, and what is wrong with it. A file cannot
 * be kept: browsers ask for it anew.
 *
 * @param faults field to message, in the order of the form; empty where all is well
 * @param filled what can be added, where all is well
 */
public record PartnerForm(
    String name,
    String word,
    String website,
    Map<String, String> faults,
    Optional<Partners.Draft> filled) {

  static PartnerForm empty() {
    return new PartnerForm("", "", "", Map.of(), Optional.empty());
  }

  static PartnerForm read(UploadForm sent) {
    String name = sent.field("name");
    String word = sent.field("word");
    String website = sent.field("website");
    var faults = new LinkedHashMap<String, String>();
    Optional<ShownName> shown = ShownName.parse(name);
    if (shown.isEmpty()) {
      faults.put("name", WORDS.get("partners.name.fault", ShownName.LONGEST));
    }
    Optional<SourceName> source = SourceName.parse(word);
    if (source.isEmpty()) {
      faults.put("word", WORDS.get("partners.word.fault"));
    }
    Optional<Website> address = Website.parse(website);
    if (address.isEmpty()) {
      faults.put("website", WORDS.get("partners.website.fault"));
    }
    Optional<LogoPicture> logo = logo(sent, faults);
    return new PartnerForm(
        name,
        word,
        website,
        faults,
        faults.isEmpty()
            ? Optional.of(
                new Partners.Draft(
                    shown.orElseThrow(), source.orElseThrow(), address.orElseThrow(), logo))
            : Optional.empty());
  }

  /** None is no fault: then the name stands alone. */
  private static Optional<LogoPicture> logo(UploadForm sent, Map<String, String> faults) {
    Optional<byte[]> file = sent.file("logo").filter(content -> content.length > 0);
    if (sent.isTooLong()) {
      faults.put("logo", tooLarge());
      return Optional.empty();
    }
    return file.flatMap(
        content ->
            switch (LogoPicture.read(content)) {
              case LogoPicture.Read.Picture(var picture) -> Optional.of(picture);
              case LogoPicture.Read.NoPicture() -> {
                faults.put("logo", WORDS.get("partners.logo.fault"));
                yield Optional.empty();
              }
              case LogoPicture.Read.TooLarge() -> {
                faults.put("logo", tooLarge());
                yield Optional.empty();
              }
            });
  }

  private static String tooLarge() {
    return WORDS.get("partners.logo.large", LogoPicture.LARGEST_FILE >> 20);
  }

  /** The same, whose short name another link has. */
  PartnerForm taken() {
    return new PartnerForm(
        name, word, website, Map.of("word", WORDS.get("partners.word.taken")), Optional.empty());
  }

  public Optional<String> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }
}
