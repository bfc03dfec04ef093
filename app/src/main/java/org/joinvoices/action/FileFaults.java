package org.joinvoices.action;

import java.util.List;

/** Collects the faults of one file; reading goes on after each, so that all are found at once. */
record FileFaults(String file, List<Fault> all) {

  void at(int line, String problem, String remedy) {
    all.add(new Fault(file, line, problem, remedy));
  }
}
