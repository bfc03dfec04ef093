package org.joinvoices.demo;

import java.time.Duration;

/** How long the fake gateway holds a line that is to time out: longer than callers wait. */
record GatewaySilence(Duration length) {}
