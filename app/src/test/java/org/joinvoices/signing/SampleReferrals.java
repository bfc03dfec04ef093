package org.joinvoices.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.ActionId;

/** Partners and links as a test says; remembers what was counted. */
public final class SampleReferrals implements Referrals {

  /** A made-up organization without a logo. */
  public static final Partner ALLIANCE =
      new Partner(
          new PartnerId(new UUID(1, 1)),
          "example-alliance",
          "Example Alliance <sample",
          "https://alliance.example",
          Optional.empty());

  public final List<Partner> partners = new ArrayList<>();
  public final List<String> sources = new ArrayList<>();
  public final List<String> counted = new ArrayList<>();

  @Override
  public List<Partner> partners(ActionId action) {
    return List.copyOf(partners);
  }

  @Override
  public Optional<String> find(ActionId action, String typed) {
    boolean known =
        sources.contains(typed) || partners.stream().anyMatch(one -> one.word().equals(typed));
    return known ? Optional.of(typed) : Optional.empty();
  }

  @Override
  public Optional<String> nameOf(ActionId action, PartnerId partner) {
    return partners.stream().filter(one -> one.id().equals(partner)).map(Partner::name).findFirst();
  }

  @Override
  public void visited(ActionId action, String source) {
    find(action, source).ifPresent(name -> counted.add("visited " + name));
  }

  @Override
  public void joined(ActionId action, String source) {
    find(action, source).ifPresent(name -> counted.add("joined " + name));
  }
}
