package org.joinvoices.signing;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignForm.FieldError;
import org.joinvoices.signing.web.ActionView;
import org.jspecify.annotations.Nullable;

/**
 * The form as one visitor sees it: empty, or with what they typed and what is wrong with it.
 *
 * @param notice said above the form when something is not the visitor's fault
 */
public record FormView(Words words, Typed typed, List<FieldError> errors, Optional<Notice> notice) {

  /** Its words stand beside the page it was made for. */
  private static final Texts TEXTS = Texts.beside(ActionView.class);

  /** A heading and a sentence. */
  public record Notice(String title, String note) {}

  /** One entry of a list to choose from. */
  public record Option(String value, String label) {}

  public FormView {
    errors = List.copyOf(errors);
  }

  /** The form with what is held, or with what was typed and is wrong. */
  public static FormView of(String language, Typed typed, List<FieldError> errors) {
    return new FormView(TEXTS.in(language), typed, errors, Optional.empty());
  }

  /** The same, with something to say above it. */
  public FormView with(Notice said) {
    return new FormView(words, typed, errors, Optional.of(said));
  }

  public static FormView empty(Words words) {
    return new FormView(words, Typed.NOTHING, List.of(), Optional.empty());
  }

  /** The empty form for whoever comes by a link that it carries on: {@link Typed#carrying}. */
  public static FormView carrying(Words words, String event, String source) {
    return new FormView(words, Typed.carrying(event, source), List.of(), Optional.empty());
  }

  /** Whether a visitor sent it, and is to have it back. */
  public boolean isBrought() {
    return isRefused() || notice.isPresent();
  }

  public boolean isRefused() {
    return !errors.isEmpty();
  }

  public String errorsTitle() {
    return words.get("form.errors.many", errors.size());
  }

  public String text(FieldError error) {
    return words.get(error.messageKey(), error.args().toArray());
  }

  /** Where on the page the fault can be mended: the field, or the letter to be read again. */
  public String place(FieldError error) {
    return error.equals(SignForm.LETTER_CHANGED) ? "letter-title" : error.field();
  }

  public Optional<String> fault(String field) {
    return errors.stream().filter(e -> e.field().equals(field)).findFirst().map(this::text);
  }

  /** For {@code aria-invalid}: absent when all is well. */
  public @Nullable String invalid(String field) {
    return fault(field).isPresent() ? "true" : null;
  }

  /** For {@code aria-describedby}: the hint and the fault, as far as there are any. */
  public @Nullable String describedBy(String field, boolean hint) {
    String ids =
        Stream.of(hint ? field + "-hint" : "", fault(field).isPresent() ? field + "-fault" : "")
            .filter(id -> !id.isEmpty())
            .reduce("", (a, b) -> (a + " " + b).strip());
    return ids.isEmpty() ? null : ids;
  }

  /** Own words with numbers that look like case numbers: the box that says they are meant. */
  public boolean asksAboutNumbers() {
    return typed.isOn("own_words_checked")
        || errors.stream().anyMatch(e -> e.messageKey().equals("fault.own_words_numbers"));
  }

  /** The states; what was typed and is none of them stays, so that nothing typed is lost. */
  public List<Option> regions() {
    return options(
        SignForm.REGIONS.stream(), code -> SeatNames.state(code, words.language()), "region");
  }

  public List<Option> countries() {
    Locale reader = words.formats().locale();
    return options(
        Arrays.stream(Locale.getISOCountries()),
        code -> Locale.of("", code).getDisplayCountry(reader),
        "country");
  }

  private List<Option> options(Stream<String> codes, UnaryOperator<String> name, String field) {
    String kept = typed.value(field);
    List<Option> known = codes.map(code -> new Option(code, name.apply(code))).toList();
    boolean strange =
        !kept.isEmpty() && known.stream().noneMatch(option -> option.value().equals(kept));
    return Stream.concat(
            strange ? Stream.of(new Option(kept, kept)) : Stream.of(),
            known.stream()
                .sorted(
                    Comparator.comparing(
                        Option::label, Collator.getInstance(words.formats().locale()))))
        .toList();
  }

  public List<String> prefixes() {
    return SignForm.PREFIXES;
  }
}
