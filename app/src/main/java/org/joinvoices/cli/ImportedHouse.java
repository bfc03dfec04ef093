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
import org.joinvoices.signing.MailboxRules;
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
              mailboxes(),
              clock)) {
        return work.apply(
            new Opened(opened, new SheetImports(database, vault, signing, clock, MACHINE)));
      }
    }
  }

  /** As a running server has them: an import may be the first to sign a letter. */
  private MailboxRules mailboxes() {
    return house
        .settings()
        .filter(set -> set.find("mailboxes.rules-file").isPresent())
        .map(set -> MailboxRules.read(set.path("mailboxes.rules-file")))
        .orElseGet(MailboxRules::shipped);
  }
}
