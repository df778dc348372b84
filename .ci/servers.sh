# A private PostgreSQL and a private MariaDB on loopback, for one run. Sourced by .ci/run.
# Both live in "$servers", listen on free ports, do not sync to disk, and are told to the
# tests by REGISTRY_TEST_POSTGRES_URL and REGISTRY_TEST_MARIADB_URL.

server_processes=()

install_servers() {
  local packages=()
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql-15)
  [[ -x $(command -v mariadbd) && -x $(command -v my_print_defaults) ]] ||
    packages+=(mariadb-server-core mariadb-client)
  ((${#packages[@]})) || return 0
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

random_word() {
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# await NAME PORT PROCESS LOG
await() {
  local tries
  for tries in $(seq 300); do
    (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null && return 0
    kill -0 "$3" 2>/dev/null || break
    sleep 0.1
  done
  echo "$1 did not start; the end of its log:" >&2
  tail -20 "$4" >&2
  return 1
}

start_postgres() {
  local home=$servers/postgres port password bin
  port=$(free_port) password=$(random_word)
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  mkdir -p "$home"
  echo "$password" >"$home/password"
  local as=()
  if ((EUID == 0)); then # the server refuses to run as root
    as=(setpriv --reuid=postgres --regid=postgres --init-groups)
    chown -R postgres: "$home"
  fi
  (cd "$home" && "${as[@]}" "$bin/initdb" -D data -U registry -A scram-sha-256 --pwfile=password -E UTF8 \
    --locale=C.UTF-8 --no-sync >initdb.log)
  (cd "$home" && exec "${as[@]}" "$bin/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 \
    -c "unix_socket_directories=$home" -c max_connections=300 -c fsync=off -c full_page_writes=off \
    -c synchronous_commit=off >log 2>&1 </dev/null) &
  server_processes+=($!)
  await PostgreSQL "$port" $! "$home/log"
  export REGISTRY_TEST_POSTGRES_URL="jdbc:postgresql://127.0.0.1:$port/postgres?user=registry&password=$password"
}

start_mariadb() {
  local home=$servers/mariadb port password user
  port=$(free_port) password=$(random_word)
  user=$(id -un mysql 2>/dev/null || echo nobody)
  ((EUID == 0)) || user=$(id -un)
  mkdir -p "$home"
  printf '%s\n' "create user registry@'%' identified by '$password';" \
    "grant all on *.* to registry@'%' with grant option;" >"$home/init.sql" # a statement a line
  chown -R "$user:" "$home"
  mariadb-install-db --no-defaults --user="$user" --datadir="$home/data" --skip-test-db \
    --auth-root-authentication-method=normal >"$home/install.log" 2>&1 ||
    { tail -20 "$home/install.log" >&2; return 1; }
  (cd "$home" && exec mariadbd --no-defaults --user="$user" --datadir="$home/data" --port="$port" \
    --bind-address=127.0.0.1 --socket="$home/socket" --pid-file="$home/pid" --init-file="$home/init.sql" \
    --max-connections=300 --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --skip-log-bin \
    --innodb-buffer-pool-size=64M >log 2>&1 </dev/null) &
  server_processes+=($!)
  await MariaDB "$port" $! "$home/log"
  export REGISTRY_TEST_MARIADB_URL="jdbc:mariadb://127.0.0.1:$port/mysql?user=registry&password=$password"
}

stop_servers() {
  ((${#server_processes[@]})) || return 0
  kill "${server_processes[@]}" 2>/dev/null || true
  wait "${server_processes[@]}" 2>/dev/null || true
  server_processes=()
}
