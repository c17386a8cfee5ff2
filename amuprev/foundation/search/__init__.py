"""One search over everything public: words, index, questions, excerpts."""
