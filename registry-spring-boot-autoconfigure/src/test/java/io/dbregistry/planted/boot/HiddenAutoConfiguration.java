package io.dbregistry.planted.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Violates a rule: not public. */
@AutoConfiguration
final class HiddenAutoConfiguration {

}
