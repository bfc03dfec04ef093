package org.joinvoices.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.HandOvers;
import org.joinvoices.delivery.Packet;
import org.joinvoices.delivery.Packets;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Database;
import org.joinvoices.signing.Signatures;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code --action} and where its house is: whose packets the commands below {@code packets} mean.
 */
final class PacketsOption {

  private static final InstantSource MACHINE = InstantSource.system();

  @Option(names = "--action", required = true, paramLabel = "SLUG", description = "which letter")
  private String slug = "";

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  /** The packets of the action while its house is open. */
  record Opened(String slug, ActionId action, Packets packets, HandOvers handOvers) {

    /**
     * @param name such as OH-11/3
     * @throws Refusal if there is none
     */
    Packet packet(String name) {
      int slash = name.indexOf('/');
      String number = name.substring(slash + 1);
      return (slash > 0 && number.matches("[1-9][0-9]{0,8}")
              ? Seat.parse(name.substring(0, slash))
                  .flatMap(seat -> packets.find(action, seat, Integer.parseInt(number)))
              : Optional.<Packet>empty())
          .orElseThrow(
              () ->
                  new Refusal(
                      "There is no packet %s of %s; ./joinvoices packets list names those there are."
                          .formatted(name, slug)));
    }
  }

  /**
   * Opens the house, does the work, closes it.
   *
   * @throws Refusal if there is no such action
   */
  <T> T with(Function<Opened, T> work) {
    try (Database opened = house.open()) {
      var database = opened.dataSource();
      ActionId action = KnownAction.find(database, slug).id();
      var vault =
          Vault.open(database, MasterKey.load(house.masterKey()), KeyStore.in(house.keyStore()));
      CivicClock clock = new CivicClockStore(database, MACHINE).clock();
      var signatures = new Signatures(database, vault, clock);
      var districts = new DataReleases(database, MACHINE).inUse();
      var packets = new Packets(database, signatures, vault, districts, clock, MACHINE);
      return work.apply(new Opened(slug, action, packets, new HandOvers(database, vault, clock)));
    }
  }
}
