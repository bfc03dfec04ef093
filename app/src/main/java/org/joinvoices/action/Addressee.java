package org.joinvoices.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An official, anywhere, whom the letter names and is handed to, valid from-to: before noon on 20
 * January 2021 a transition office, after it the office itself.
 *
 * @param id short and stable within the action, for example {@code president}
 * @param name as addressed, for example {@code President-elect Joe Biden}
 * @param office where it is handed in
 * @param postalAddress lines of the postal address, possibly none
 * @param email where the office takes mail, if it does
 * @param validFrom first instant at which this is the right addressee; empty means always was
 * @param validTo first instant at which it no longer is; empty means no end known
 * @param salutation the first line of the mail that brings the book
 * @param phone as people write it there
 * @param contactPage absolute, with {@code https://}
 * @param country of the postal address, two letters of ISO 3166-1
 * @param postalLeadDays how many days post is on its way, screening included
 * @param deliverBy in which order ways to hand over are tried, at least one
 */
public record Addressee(
    String id,
    String name,
    String office,
    List<String> postalAddress,
    Optional<String> email,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    Optional<String> salutation,
    Optional<String> phone,
    Optional<String> contactPage,
    String country,
    int postalLeadDays,
    List<DeliverBy> deliverBy) {

  /** Where nothing is said. */
  public static final String USUAL_COUNTRY = "US";

  /**
   * Where nothing is said, whatever the country: post to Congress and to the White House is
   * screened for weeks, and a book that comes early does no harm.
   */
  public static final int USUAL_LEAD_DAYS = 21;

  public Addressee {
    postalAddress = List.copyOf(postalAddress);
    deliverBy = List.copyOf(deliverBy);
  }

  /** An official of whom no more is known than name and place. */
  public Addressee(
      String id,
      String name,
      String office,
      List<String> postalAddress,
      Optional<String> email,
      Optional<Instant> validFrom,
      Optional<Instant> validTo) {
    this(
        id,
        name,
        office,
        postalAddress,
        email,
        validFrom,
        validTo,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        USUAL_COUNTRY,
        USUAL_LEAD_DAYS,
        DeliverBy.usual(email));
  }

  /** What an earlier release stored has no more than name and place. */
  @JsonCreator
  static Addressee stored(
      String id,
      String name,
      String office,
      List<String> postalAddress,
      Optional<String> email,
      Optional<Instant> validFrom,
      Optional<Instant> validTo,
      @Nullable Optional<String> salutation,
      @Nullable Optional<String> phone,
      @Nullable Optional<String> contactPage,
      @Nullable String country,
      @Nullable Integer postalLeadDays,
      @Nullable List<DeliverBy> deliverBy) {
    return new Addressee(
        id,
        name,
        office,
        postalAddress,
        email,
        validFrom,
        validTo,
        salutation == null ? Optional.empty() : salutation,
        phone == null ? Optional.empty() : phone,
        contactPage == null ? Optional.empty() : contactPage,
        country == null ? USUAL_COUNTRY : country,
        postalLeadDays == null ? USUAL_LEAD_DAYS : postalLeadDays,
        deliverBy == null ? DeliverBy.usual(email) : deliverBy);
  }

  /** Where the book goes by mail of its own accord; empty means that a person hands it over. */
  public Optional<String> mailFirst() {
    return email.filter(_ -> deliverBy.getFirst() == DeliverBy.MAIL);
  }

  public boolean validAt(Instant instant) {
    return validFrom.map(from -> !instant.isBefore(from)).orElse(true)
        && validTo.map(instant::isBefore).orElse(true);
  }
}
