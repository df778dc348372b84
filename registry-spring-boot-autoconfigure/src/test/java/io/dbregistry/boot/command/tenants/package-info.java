@NullMarked
package io.dbregistry.boot.command.tenants;

import org.jspecify.annotations.NullMarked;
