from intranet.articles.models.articles import Article
from intranet.articles.models.drafts import ArticleDraft, ArticleToken
from intranet.articles.models.reading import ArticleReading, MustRead
