package io.dbregistry.boot.command.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * An application that does a lot when it starts.
 */
@SpringBootApplication
@EnableScheduling
public class CommandApplication {

	/** What it has done of its own work. */
	public static final List<String> WORK = new CopyOnWriteArrayList<>();

	public static void main(String[] arguments) {
		SpringApplication.run(CommandApplication.class, arguments);
	}

	@Bean
	ApplicationRunner runner() {
		return (arguments) -> WORK.add("runner");
	}

	@Bean
	CommandLineRunner commandLineRunner() {
		return (arguments) -> WORK.add("command line runner");
	}

	@Bean
	InitializingBean eager() {
		return () -> WORK.add("eager bean");
	}

	@Bean
	Ticker ticker() {
		return new Ticker();
	}

	@Bean
	Consumer consumer() {
		return new Consumer();
	}

	@EventListener
	void refreshed(ContextRefreshedEvent event) {
		WORK.add("refreshed");
	}

	@Bean
	ApplicationListener<ContextRefreshedEvent> listener() {
		WORK.add("listener");
		return (event) -> WORK.add("refreshed");
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		WORK.add("ready");
	}

	static class Ticker {

		@Scheduled(fixedRate = 1)
		void tick() {
			WORK.add("scheduled");
		}

	}

	static class Consumer implements SmartLifecycle {

		private volatile boolean running;

		@Override
		public void start() {
			WORK.add("life cycle");
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
