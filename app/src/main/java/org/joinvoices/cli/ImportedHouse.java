package org.joinvoices.cli;

import java.time.InstantSource;
import java.util.function.Function;
import org.joinvoices.action.Actions;
import org.joinvoices.districts.DataReleases;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.KeyStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Database;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.signing.SheetImports;
import org.joinvoices.signing.Signing;
import picocli.CommandLine.Mixin;

/** The house that the commands about imports work on. */
final class ImportedHouse {

  private static final InstantSource MACHINE = InstantSource.system();

  @Mixin private final AnyHouseOption house = new AnyHouseOption();

  /** The imports of the house while it is open. */
  record Opened(Database database, SheetImports imports) {}

  /** Opens the house, does the work, closes it. */
  <T> T with(Function<Opened, T> work) {
    try (Database opened = house.open()) {
      var database = opened.dataSource();
      var vault =
          Vault.open(database, MasterKey.load(house.masterKey()), KeyStore.in(house.keyStore()));
      CivicClock clock = new CivicClockStore(database, MACHINE).clock();
      var districts = new DataReleases(database, MACHINE).inUse();
      try (var signing =
          new Signing(
              database,
              vault,
              new Actions(database),
              districts,
              StreetMatcher.off(districts),
              MailboxFiles.rules(house.settings()),
              clock,
              new Switchboard(new Switches(database, MACHINE)))) {
        return work.apply(
            new Opened(opened, new SheetImports(database, vault, signing, clock, MACHINE)));
      }
    }
  }
}
