@NullMarked
package io.dbregistry.boot.command.refused;

import org.jspecify.annotations.NullMarked;
