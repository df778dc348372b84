	private @Nullable String meaning;
