package org.joinvoices.site;

import java.util.List;
import java.util.Optional;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for a place on a day, and the form that asks for it.
 *
 * @param path of this page
 * @param first the first day that can be asked for, {@code YYYY-MM-DD}
 * @param last the last one
 * @param answer empty while nothing was asked, or not understood
 */
public record LegislatorsView(
    Frame frame,
    Words words,
    String path,
    PlaceForm form,
    List<State> states,
    String first,
    String last,
    Optional<Answer> answer) {

  /** One entry of the list of states. */
  public record State(String code, String name) {}

  /**
   * @param place the ZIP code with its town
   * @param day in words
   * @param why nobody speaks for the place; empty where somebody does
   * @param offices whose seat is certain
   * @param districts one of which must be chosen
   * @param refused whether one was chosen that the place does not lie in
   * @param credits whom the data's licences name
   */
  public record Answer(
      String place,
      String day,
      Optional<String> why,
      List<Office> offices,
      List<District> districts,
      boolean refused,
      String credits) {
    public Answer {
      offices = List.copyOf(offices);
      districts = List.copyOf(districts);
    }
  }

  /**
   * A seat and who holds it; without a name it is vacant. What is not known is empty text.
   *
   * @param phone Washington, {@code NNN-NNN-NNNN}
   * @param website an address of http or https
   */
  public record Office(
      String label,
      Optional<String> holder,
      String party,
      String phone,
      String website,
      boolean provisional) {

    /** The address as people read it. */
    public String site() {
      return website.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
  }

  /** A district that can be chosen, and where that leads. */
  public record District(String path, String towns, String label, Optional<String> holder) {}

  public LegislatorsView {
    states = List.copyOf(states);
  }

  /** What is wrong with a field, in words. */
  public Optional<String> fault(String field) {
    return Optional.ofNullable(form.faults().get(field)).map(words::get);
  }

  /** For {@code aria-invalid}: absent when all is well. */
  public @Nullable String invalid(String field) {
    return form.faults().containsKey(field) ? "true" : null;
  }

  /** For {@code aria-describedby}: hint and fault. */
  public String describedBy(String field) {
    return field + "-hint" + (form.faults().containsKey(field) ? " " + field + "-fault" : "");
  }
}
