package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.joinvoices.action.Action;
import org.joinvoices.platform.web.Texts;

/**
 * The words in which consent is asked. Pages must show exactly these, because their hash is kept as
 * evidence with every signature.
 *
 * @param version raised with every change of wording
 * @param language BCP 47
 * @param texts by kind; {@code {0}} stands for the organization's name, and in that of {@link
 *     Consent#PARTNER} for the partner's
 * @param letterOnly to join a letter that nothing is sent for, in place of the text of its kind
 */
public record ConsentWording(
    int version, String language, Map<Consent, String> texts, String letterOnly) {

  private static final Map<String, ConsentWording> ALL =
      Texts.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(l -> l, ConsentWording::load));

  public ConsentWording {
    texts = Map.copyOf(texts);
  }

  /** The wording in this language, or in the first of {@link Texts#LANGUAGES}. */
  public static ConsentWording in(String language) {
    ConsentWording first = ALL.get(Texts.LANGUAGES.getFirst());
    return ALL.getOrDefault(language, Objects.requireNonNull(first));
  }

  /** As shown to a person who joins the letter of this action. */
  public String shown(Consent consent, Action action) {
    boolean only = consent == Consent.LETTER && !action.writesToCongress();
    String text = only ? letterOnly : texts.getOrDefault(consent, "");
    return text.replace("{0}", action.organization().name());
  }

  /**
   * As shown beside the box of a partner.
   *
   * @param name of the partner
   */
  public String toPartner(String name) {
    return texts.getOrDefault(Consent.PARTNER, "").replace("{0}", name);
  }

  private static ConsentWording load(String language) {
    Properties file = new Properties();
    String name = "consent_" + language + ".properties";
    try (var in = ConsentWording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no consent wording in " + language);
      }
      file.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ConsentWording(
        Integer.parseInt(file.getProperty("version")),
        language,
        List.of(Consent.values()).stream()
            .collect(Collectors.toMap(c -> c, c -> required(file, c.word()))),
        required(file, Consent.LETTER.word() + ".only"));
  }

  private static String required(Properties file, String key) {
    String text = file.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no consent wording for " + key);
    }
    return text;
  }
}
